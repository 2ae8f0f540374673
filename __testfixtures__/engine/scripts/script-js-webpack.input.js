/**
 * What the page does.
 */
Page({
  start() {
    wx.startRecord({ success: (res) => this.setData({ path: res.tempFilePath }) })
  },
  stop() {
    wx.stopRecord()
  },
})
