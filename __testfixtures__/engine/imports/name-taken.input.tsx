import Taro from '@tarojs/taro'

const recorder = Taro.getRecorderManager()
recorder.onStop(console.log)

function record(taroRecorder: unknown) {
  Taro.startRecord({})
  return taroRecorder
}
