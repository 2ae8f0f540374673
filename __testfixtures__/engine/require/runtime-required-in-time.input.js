const app = getApp()
const { recorder } = require('taro-modernize/runtime/recorder')

begin()

function begin() {
  wx.startRecord({})
}
