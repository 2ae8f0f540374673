Page({
  data: { lessons: [], current: 0, isPlaying: false, now: 0 },

  onReady() {
    const manager = wx.getBackgroundAudioManager()
    manager.onTimeUpdate(() => this.setData({ now: manager.currentTime, isPlaying: true }))
    manager.onEnded(() => {
      const { lessons, current } = this.data
      this.setData({ isPlaying: false })
      if (manager.src === lessons[current].url && current < lessons.length - 1) {
        this.setData({ current: current + 1 })
        this.play()
      }
    })
  },

  toggle() {
    const isPlaying = !this.data.isPlaying
    this.setData({ isPlaying })
    if (isPlaying) this.play()
    else wx.pauseBackgroundAudio()
  },

  play() {
    const { url, title } = this.data.lessons[this.data.current]
    wx.playBackgroundAudio({ dataUrl: url, title, coverImgUrl: '' })
  },
})
