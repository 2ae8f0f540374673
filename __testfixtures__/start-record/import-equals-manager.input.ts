import Taro = require('@tarojs/taro')

const { getRecorderManager } = Taro
getRecorderManager().start({})
Taro.startRecord({})
