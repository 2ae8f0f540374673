import Taro from '@tarojs/taro'
import { recorder as taroRecorder2 } from 'taro-modernize/runtime/recorder'

const recorder = Taro.getRecorderManager()
recorder.onStop(console.log)

function record(taroRecorder: unknown) {
  taroRecorder2.start({})
  return taroRecorder
}
