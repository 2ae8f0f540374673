const Taro = require('@tarojs/taro')

const go = () => Taro.stopRecord()
;(function () {})()
exports.a = go
