var recorder = require('taro-modernize/runtime/recorder').recorder

var can = recorder.supported

Page({
  data: { can: recorder.supported },
  onLoad: function () {
    if (!recorder.supported) {
      wx.showModal({ title: '提示', content: '当前微信版本过低' })
      return
    }
    recorder.start({})
  }
})
