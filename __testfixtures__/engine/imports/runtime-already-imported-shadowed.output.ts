import Taro from '@tarojs/taro'
import { recorder, recorder as taroRecorder } from 'taro-modernize/runtime/recorder'

recorder.start({})
export function stop(recorder: string) {
  taroRecorder.stop()
  return recorder + Taro.getEnv()
}
