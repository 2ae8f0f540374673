const { recorder } = require('taro-modernize/runtime/recorder')

const host = () => wx
host().startRecord = mock
wx.startRecord({})
recorder.stop()
module.exports = host
