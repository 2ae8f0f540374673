setup()
const Taro = require('@tarojs/taro')
Taro.startRecord({})

function setup() {}
