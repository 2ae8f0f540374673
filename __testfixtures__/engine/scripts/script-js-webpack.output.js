var recorder = require('taro-modernize/runtime/recorder').recorder

/**
 * What the page does.
 */
Page({
  start() {
    recorder.start({ success: (res) => this.setData({ path: res.tempFilePath }) })
  },
  stop() {
    recorder.stop()
  },
})
