const { startRecord, stopRecord } = require('@tarojs/taro')
const { login, stopRecord: halt } = wx

module.exports = { startRecord, stopRecord, login, halt }
