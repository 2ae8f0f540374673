const Taro = require('@tarojs/taro')
;[1].forEach(() => Taro.stopRecord())
(function () {})
exports.a = 1
