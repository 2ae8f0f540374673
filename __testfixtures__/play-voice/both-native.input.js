const app = getApp()
Page({
  record() {
    wx.startRecord()
  },
  play() {
    wx.playVoice({ filePath: this.data.path })
  },
})
