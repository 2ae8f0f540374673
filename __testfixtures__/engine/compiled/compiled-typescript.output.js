"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
exports.__esModule = true;
var taro_1 = __importDefault(require("@tarojs/taro"));
var recorder = require("taro-modernize/runtime/recorder").recorder;
var tslib_1 = require("tslib");
var taro_2 = tslib_1.__importStar(require("@tarojs/taro"));
recorder.start({});
recorder.stop();
