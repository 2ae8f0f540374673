"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.size = void 0;
var _taro = _interopRequireDefault(require("@tarojs/taro"));
var getDeviceInfo = require("taro-modernize/runtime/system").getDeviceInfo;
var getWindowInfo = require("taro-modernize/runtime/system").getWindowInfo;
function _interopRequireDefault(e) { return e && e.__esModule ? e : { default: e }; }
var _Taro$getSystemInfoSy = Object.assign({}, getWindowInfo(), getDeviceInfo()),
  windowWidth = _Taro$getSystemInfoSy.windowWidth,
  platform = _Taro$getSystemInfoSy.platform;
var size = exports.size = function size() {
  var info = (0, getWindowInfo)();
  return windowWidth + info.windowHeight + platform;
};
