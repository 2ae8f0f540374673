/* eslint-disable */
import { recorder } from 'taro-modernize/runtime/recorder'
import { voice } from 'taro-modernize/runtime/voice'

Page({
  record() {
    recorder.start({ success: (res) => this.setData({ path: res.tempFilePath }) })
  },
  play() {
    recorder.stop()
    voice.play({ filePath: this.data.path, complete: () => this.setData({ playing: false }) })
  },
})
