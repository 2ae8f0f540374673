const Taro = require('@tarojs/taro')

function f() {
  var info = Taro.getSystemInfoSync()
  log(info.brand)
  return eval('info.windowWidth')
}
exports.f = f
