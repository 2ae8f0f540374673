const { backgroundAudio, getBackgroundAudioManager } = require('taro-modernize/runtime/background-audio')

Page({
  data: { lessons: [], current: 0, isPlaying: false, now: 0 },

  onReady() {
    const manager = getBackgroundAudioManager()
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
    else backgroundAudio.pause()
  },

  play() {
    const { url, title } = this.data.lessons[this.data.current]
    backgroundAudio.play({ dataUrl: url, title, coverImgUrl: '' })
  },
})
