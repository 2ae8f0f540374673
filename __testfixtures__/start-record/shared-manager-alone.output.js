const Taro = require('@tarojs/taro').default
const util = require('./util')
const { getRecorderManager } = require('taro-modernize/runtime/recorder')

util.getRecorderManager()
const recorderManager = getRecorderManager /* one per app */()

module.exports = { recorderManager, getRecorderManager: getRecorderManager }
