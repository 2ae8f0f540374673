"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.size = void 0;
var _taro = _interopRequireDefault(require("@tarojs/taro"));
function _interopRequireDefault(e) { return e && e.__esModule ? e : { default: e }; }
var _Taro$getSystemInfoSy = _taro.default.getSystemInfoSync(),
  windowWidth = _Taro$getSystemInfoSy.windowWidth,
  platform = _Taro$getSystemInfoSy.platform;
var size = exports.size = function size() {
  var info = (0, _taro.default.getSystemInfoSync)();
  return windowWidth + info.windowHeight + platform;
};
