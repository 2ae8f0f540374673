begin()
const Taro = require('@tarojs/taro')

function begin() {
  Taro.startRecord({})
}
Taro.login()
