"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
var taro_1 = require("@tarojs/taro");
Object.defineProperty(exports, "startRecord", { enumerable: true, get: function () { return taro_1.startRecord; } });
Object.defineProperty(exports, "stopRecord", {
  enumerable: true,
  get: function get() {
    return taro_1.default.stopRecord;
  }
});
