"use strict";

function _interopRequireWildcard(e, t) { return e && e.__esModule ? e : { default: e }; }
var Taro = _interopRequireWildcard(require("@tarojs/taro"));
var recorder = require("taro-modernize/runtime/recorder").recorder;
var _taro = /*#__PURE__*/ _interopRequireWildcard(require("@tarojs/taro"), true);
Object.defineProperty(exports, "__esModule", { value: true });
exports.stopRecord = exports.startRecord = void 0;

var startRecord = function startRecord(options) {
  return (0, recorder.start)(options);
};
exports.startRecord = startRecord;
exports.stopRecord = recorder.stop;
recorder.stop.apply(Taro, arguments);
