/* eslint-disable */
Page({
  record() {
    wx.startRecord({ success: (res) => this.setData({ path: res.tempFilePath }) })
  },
  play() {
    wx.stopRecord()
    wx.playVoice({ filePath: this.data.path, complete: () => this.setData({ playing: false }) })
  },
})
