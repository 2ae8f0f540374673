const { backgroundAudio } = require('taro-modernize/runtime/background-audio')

Page({
  play() {
    backgroundAudio.play({ dataUrl: this.data.url, complete: () => this.setData({ playing: true }) })
  },
})
