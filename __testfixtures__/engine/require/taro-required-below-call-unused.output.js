require('./polyfill')()
var Taro = require('@tarojs/taro').default
var recorder = require('taro-modernize/runtime/recorder').recorder

module.exports = function () {
  recorder.start({})
}
