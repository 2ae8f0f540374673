import Taro, { pauseBackgroundAudio } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

export function record() {
  pauseBackgroundAudio()
  recorder.start({ complete: () => Taro.playBackgroundAudio({ dataUrl: 'a' }) })
}
