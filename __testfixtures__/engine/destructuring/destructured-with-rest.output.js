const Taro = require('@tarojs/taro').default
const { recorder } = require('taro-modernize/runtime/recorder')
const { startRecord: _startRecord, ...rest } = Taro, { start: s } = recorder

s({})
module.exports = rest
