// pages/old.js
var mode = 010
var record = function (options, options) {
  with (options) wx.startRecord(options)
}
<!-- ends
function end() {
  wx.stopRecord()
}
delete mode
