var recorder = require('taro-modernize/runtime/recorder').recorder;

try {} catch (a) { if (1) function a() { recorder.start({}) } }
if (1) function b() { recorder.stop() } else function c() { recorder.stop() }
