// taro-modernize-ignore
import Taro = require('@tarojs/taro')
import recorderRuntime = require('taro-modernize/runtime/recorder')

Taro.startRecord({})
recorderRuntime.recorder.stop()
