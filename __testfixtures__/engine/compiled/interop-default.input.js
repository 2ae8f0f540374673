"use strict";
var _interopRequireDefault = require("@babel/runtime/helpers/interopRequireDefault").default;
var _interopRequireWildcard = require("@babel/runtime/helpers/interopRequireWildcard")["default"];
var _taro = _interopRequireDefault(require("@tarojs/taro"));
var _named = _interopRequireWildcard(require("@tarojs/taro"));
_taro.default.startRecord();
(0, _named.stopRecord)();
