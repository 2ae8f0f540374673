Page({
  play() {
    wx.playBackgroundAudio({ dataUrl: this.data.url, complete: () => this.setData({ playing: true }) })
  },
})
