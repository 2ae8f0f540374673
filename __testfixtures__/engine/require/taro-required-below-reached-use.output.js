const { recorder } = require('taro-modernize/runtime/recorder')

begin()
const Taro = require('@tarojs/taro')

function begin() {
  recorder.start({})
}
Taro.login()
