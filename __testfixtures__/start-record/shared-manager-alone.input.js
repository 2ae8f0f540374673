const Taro = require('@tarojs/taro').default
const util = require('./util')

util.getRecorderManager()
const recorderManager = Taro
  // one per app
  .getRecorderManager()

module.exports = { recorderManager, getRecorderManager: Taro.getRecorderManager }
