import Taro from '@tarojs/taro'

export const play = (dataUrl) => Taro.playBackgroundAudio({ dataUrl })
export const again = (dataUrl) => Taro.playBackgroundAudio({ dataUrl })
