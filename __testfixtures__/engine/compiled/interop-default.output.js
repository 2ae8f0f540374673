"use strict";
var _interopRequireDefault = require("@babel/runtime/helpers/interopRequireDefault").default;
var _interopRequireWildcard = require("@babel/runtime/helpers/interopRequireWildcard")["default"];
var _taro = _interopRequireDefault(require("@tarojs/taro"));
var recorder = require("taro-modernize/runtime/recorder").recorder;
var _named = _interopRequireWildcard(require("@tarojs/taro"));
recorder.start();
(0, recorder.stop)();
