import Taro, { getBackgroundAudioPlayerState, onBackgroundAudioStop } from '@tarojs/taro'

const { seekBackgroundAudio: seek = () => {} } = Taro

export function play(song) {
  Taro.playBackgroundAudio({ dataUrl: song.url, title: song.name, coverImgUrl: song.cover, success: () => seek({ position: 30 }) })
}

export const pause = () => Taro.pauseBackgroundAudio()
export const stop = Taro.stopBackgroundAudio

export async function progress() {
  const { status, currentPosition, duration } = await getBackgroundAudioPlayerState()
  return status === 1 ? currentPosition / duration : 0
}

if (Taro.canIUse('playBackgroundAudio') && wx.onBackgroundAudioPlay) {
  wx.onBackgroundAudioPlay(() => console.log('play'))
  onBackgroundAudioStop(() => console.log('stop'))
}
