import { pauseBackgroundAudio } from './player'

export const player = {
  playBackgroundAudio(url) {
    this.audio = wx.getBackgroundAudioManager()
    this.audio.src = url
  },
}
player.playBackgroundAudio('a.mp3')
pauseBackgroundAudio()
uni.playBackgroundAudio({ dataUrl: 'a.mp3' })
wx.getBackgroundAudioManager().onPlay(() => {})
