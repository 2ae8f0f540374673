import setup = require('./setup')

setup()
import Taro = require('@tarojs/taro')

export = () => Taro.startRecord({})
