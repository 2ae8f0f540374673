"use strict";

function _interopRequireWildcard(e, t) { return e && e.__esModule ? e : { default: e }; }
var Taro = _interopRequireWildcard(require("@tarojs/taro"));
var _taro = /*#__PURE__*/ _interopRequireWildcard(require("@tarojs/taro"), true);
Object.defineProperty(exports, "__esModule", { value: true });
exports.stopRecord = exports.startRecord = void 0;

var startRecord = function startRecord(options) {
  return (0, _taro.startRecord)(options);
};
exports.startRecord = startRecord;
exports.stopRecord = Taro.default.stopRecord;
Taro["default"].stopRecord.apply(Taro, arguments);
