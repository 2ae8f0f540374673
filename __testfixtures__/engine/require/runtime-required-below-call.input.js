const Taro = require('@tarojs/taro')

begin()
const { recorder } = require('taro-modernize/runtime/recorder')

function begin() {
  Taro.startRecord({})
}
