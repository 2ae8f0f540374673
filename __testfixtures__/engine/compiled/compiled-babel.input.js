"use strict";

var _interopRequireDefault = require("@babel/runtime/helpers/interopRequireDefault");
Object.defineProperty(exports, "__esModule", { value: true });
exports.begin = begin;
var _taro = _interopRequireDefault(require("@tarojs/taro"));
var _named = require("@tarojs/taro");
function begin() {
  _taro["default"].startRecord({});
  _taro.default.stopRecord();
  (0, _named.startRecord)({});
}
