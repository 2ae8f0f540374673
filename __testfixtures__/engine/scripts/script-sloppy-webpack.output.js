// pages/old.js
var recorder = require('taro-modernize/runtime/recorder').recorder

var mode = 010
var record = function (options, options) {
  with (options) wx.startRecord(options)
}
<!-- ends
function end() {
  recorder.stop()
}
delete mode
