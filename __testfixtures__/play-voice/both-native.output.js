const { recorder } = require('taro-modernize/runtime/recorder')
const { voice } = require('taro-modernize/runtime/voice')

const app = getApp()
Page({
  record() {
    recorder.start()
  },
  play() {
    voice.play({ filePath: this.data.path })
  },
})
