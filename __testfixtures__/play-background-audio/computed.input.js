import Taro from '@tarojs/taro'

export const play = (dataUrl) => Taro.playBackgroundAudio({ dataUrl })
export const toggle = (isOn) => Taro[isOn ? 'playBackgroundAudio' : 'pauseBackgroundAudio']({})
export const call = (name) => Taro[name]({})
export const isThere = (name) => typeof wx[name] === 'function'
