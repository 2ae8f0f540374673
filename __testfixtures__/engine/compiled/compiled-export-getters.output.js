"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
var recorder = require("taro-modernize/runtime/recorder").recorder;
Object.defineProperty(exports, "startRecord", { enumerable: true, get: function () { return recorder.start; } });
Object.defineProperty(exports, "stopRecord", {
  enumerable: true,
  get: function get() {
    return recorder.stop;
  }
});
