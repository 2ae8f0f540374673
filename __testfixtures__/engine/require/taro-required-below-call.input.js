const { setup } = require('./setup')

setup()
const Taro = require('@tarojs/taro')

Taro.startRecord({})
Taro.login()
