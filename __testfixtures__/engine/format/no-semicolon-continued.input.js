const Taro = require('@tarojs/taro')
[1].forEach(() => Taro.stopRecord())
