"use strict";

var _interopRequireWildcard = require("@babel/runtime/helpers/interopRequireWildcard");
var _taro = _interopRequireWildcard(require("@tarojs/taro"));
function play(path) {
  (0, _taro.playVoice)({ filePath: path });
  _taro["default"].startRecord();
}
exports.play = play;
