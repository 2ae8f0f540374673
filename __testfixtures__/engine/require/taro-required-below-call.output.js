const { setup } = require('./setup')

setup()
const Taro = require('@tarojs/taro')
const { recorder } = require('taro-modernize/runtime/recorder')

recorder.start({})
Taro.login()
