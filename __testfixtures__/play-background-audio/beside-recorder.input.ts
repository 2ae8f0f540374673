import Taro, { pauseBackgroundAudio } from '@tarojs/taro'

export function record() {
  pauseBackgroundAudio()
  Taro.startRecord({ complete: () => Taro.playBackgroundAudio({ dataUrl: 'a' }) })
}
