"use strict";
var _interopRequireWildcard = require("@babel/runtime/helpers/interopRequireWildcard").default;
var _utils = require("./utils");
var _mixed = _interopRequireWildcard(require("./mixed"));
var recorder = require("taro-modernize/runtime/recorder").recorder;
// import { startRecord } from './utils'
(0, _utils.startRecord)();
(0, _mixed.startRecord)();
// import { startRecord } from '@tarojs/taro'
(0, recorder.start)();
// import * as utils from './utils', which may hand the platform on
_utils.startRecord();
_mixed.stopRecord();
(_utils, _utils.startRecord)();
(0, recorder.start)();
(0, unknown.startRecord)();
