let { recorder } = require('taro-modernize/runtime/recorder')

recorder = other
wx.startRecord({})
