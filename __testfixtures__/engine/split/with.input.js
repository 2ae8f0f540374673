const Taro = require('@tarojs/taro')

exports.f = function (o) {
  var info = Taro.getSystemInfoSync()
  var other = Taro.getSystemInfoSync()
  log(info.brand, other.brand)
  with (o) { log(info.windowWidth) }
  with (other) { log(windowWidth) }
}
