const { recorder } = require('taro-modernize/runtime/recorder')

const { start: startRecord, stop: stopRecord } = recorder
const { login } = wx, { stop: halt } = recorder

module.exports = { startRecord, stopRecord, login, halt }
