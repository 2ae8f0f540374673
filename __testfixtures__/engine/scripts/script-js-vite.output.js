import { recorder } from 'taro-modernize/runtime/recorder'

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
