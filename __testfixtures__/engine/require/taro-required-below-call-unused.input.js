require('./polyfill')()
var Taro = require('@tarojs/taro').default

module.exports = function () {
  Taro.startRecord({})
}
