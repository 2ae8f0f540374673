var recorder = require('taro-modernize/runtime/recorder').recorder;

try {} catch (a) { if (1) /* sloppy */ function a() { recorder.start({}) } }
if (1) recorder.stop(); else // sloppy
  function c() { recorder.stop() }
