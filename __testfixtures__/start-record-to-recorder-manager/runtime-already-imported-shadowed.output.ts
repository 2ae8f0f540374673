import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'
import { recorder as taroRecorder } from 'taro-modernize/runtime/recorder'

recorder.start({})
export function stop(recorder: string) {
  taroRecorder.stop()
  return recorder + Taro.getEnv()
}
