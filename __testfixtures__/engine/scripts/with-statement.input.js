var own = Taro.startRecord
with (own) {
  wx.startRecord({})
  login(function () { wx.stopRecord() })
  var wx2 = wx
  function f(wx) { wx.startRecord({}) }
}
with (wx.startRecord) f()
wx2.startRecord({})
