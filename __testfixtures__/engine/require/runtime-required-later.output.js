const { recorder: taroRecorder } = require('taro-modernize/runtime/recorder')

taroRecorder.start({})
const { recorder } = require('taro-modernize/runtime/recorder')
taroRecorder.stop()
