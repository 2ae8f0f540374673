const Taro = require('@tarojs/taro').default
const start = require('./promisify')(Taro.startRecord)
const stop = require('./promisify')(Taro.stopRecord)

module.exports = { start, stop }
