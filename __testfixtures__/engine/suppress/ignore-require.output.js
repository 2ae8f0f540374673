// taro-modernize-ignore
const { startRecord } = require('@tarojs/taro')
const { recorder } = require('taro-modernize/runtime/recorder')
const { stop: stopRecord } = recorder

startRecord()
stopRecord()
