'use strict';
var recorder = require('taro-modernize/runtime/recorder').recorder;
var voice = require('taro-modernize/runtime/voice').voice;

function talk(path) {
  recorder.stop();
  voice.play({ filePath: path });
}
module.exports = { talk: talk, stop: voice.stop };
