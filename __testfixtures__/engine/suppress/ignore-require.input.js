// taro-modernize-ignore
const { startRecord } = require('@tarojs/taro')
const { stopRecord } = require('@tarojs/taro')

startRecord()
stopRecord()
