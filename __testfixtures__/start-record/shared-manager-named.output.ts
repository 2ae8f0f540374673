import { getRecorderManager, recorder as taroRecorder } from 'taro-modernize/runtime/recorder'

const recorder = getRecorderManager()
recorder.start({ format: 'mp3' })
taroRecorder.stop()
