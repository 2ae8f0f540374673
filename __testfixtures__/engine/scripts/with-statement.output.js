var recorder = require('taro-modernize/runtime/recorder').recorder

var own = Taro.startRecord
with (own) {
  wx.startRecord({})
  login(function () { wx.stopRecord() })
  var wx2 = wx
  function f(wx) { wx.startRecord({}) }
}
with (recorder.start) f()
wx2.startRecord({})
