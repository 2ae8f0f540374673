let { recorder } = require('taro-modernize/runtime/recorder')
const { recorder: taroRecorder } = require('taro-modernize/runtime/recorder')

recorder = other
taroRecorder.start({})
