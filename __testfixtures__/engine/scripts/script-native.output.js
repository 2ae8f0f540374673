const { recorder } = require('taro-modernize/runtime/recorder')

const app = getApp()

Page({
  start() {
    recorder.start({})
  },
})
