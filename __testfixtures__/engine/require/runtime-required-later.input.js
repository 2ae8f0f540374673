const Taro = require('@tarojs/taro')

Taro.startRecord({})
const { recorder } = require('taro-modernize/runtime/recorder')
Taro.stopRecord()
