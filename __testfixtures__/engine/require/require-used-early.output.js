const Taro = require('@tarojs/taro').default
const { recorder } = require('taro-modernize/runtime/recorder')
const start = require('./promisify')(recorder.start)
const stop = require('./promisify')(recorder.stop)

module.exports = { start, stop }
