"use strict";

var _interopRequireDefault = require("@babel/runtime/helpers/interopRequireDefault");
var recorder = require("taro-modernize/runtime/recorder").recorder;
Object.defineProperty(exports, "__esModule", { value: true });
exports.begin = begin;
var _taro = _interopRequireDefault(require("@tarojs/taro"));
function begin() {
  recorder.start({});
  recorder.stop();
  (0, recorder.start)({});
}
