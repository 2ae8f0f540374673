import Taro from '@tarojs/taro'
import { backgroundAudio } from 'taro-modernize/runtime/background-audio'

const seek = backgroundAudio.supported ? backgroundAudio.seek : () => {}

export function play(song) {
  backgroundAudio.play({ dataUrl: song.url, title: song.name, coverImgUrl: song.cover, success: () => seek({ position: 30 }) })
}

export const pause = () => backgroundAudio.pause()
export const stop = backgroundAudio.stop

export async function progress() {
  const { status, currentPosition, duration } = await backgroundAudio.getState()
  return status === 1 ? currentPosition / duration : 0
}

if (Taro.canIUse('getBackgroundAudioManager') && backgroundAudio.supported) {
  backgroundAudio.onPlay(() => console.log('play'))
  backgroundAudio.onStop(() => console.log('stop'))
}
