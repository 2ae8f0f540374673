import Taro from '@tarojs/taro'
import { backgroundAudio } from 'taro-modernize/runtime/background-audio'

export const play = (dataUrl) => backgroundAudio.play({ dataUrl })
export const toggle = (isOn) => Taro[isOn ? 'playBackgroundAudio' : 'pauseBackgroundAudio']({})
export const call = (name) => Taro[name]({})
export const isThere = (name) => typeof wx[name] === 'function'
