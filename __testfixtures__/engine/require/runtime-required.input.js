const { getRecorderManager } = require('../taro-modernize/recorder')
const { startRecord } = require('./own')
module.exports = getRecorderManager()
