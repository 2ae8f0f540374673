import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start({})
export function stop(recorder: string) {
  Taro.stopRecord()
  return recorder + Taro.getEnv()
}
