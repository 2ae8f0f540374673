"use strict";

var _interopRequireWildcard = require("@babel/runtime/helpers/interopRequireWildcard");
var _taro = _interopRequireWildcard(require("@tarojs/taro"));
var recorder = require("taro-modernize/runtime/recorder").recorder;
var voice = require("taro-modernize/runtime/voice").voice;
function play(path) {
  (0, voice.play)({ filePath: path });
  recorder.start();
}
exports.play = play;
