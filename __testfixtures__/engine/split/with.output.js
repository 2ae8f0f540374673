const { getSystemInfoSync } = require('taro-modernize/runtime/system')

exports.f = function (o) {
  var info = getSystemInfoSync()
  var other = getSystemInfoSync()
  log(info.brand, other.brand)
  with (o) { log(info.windowWidth) }
  with (other) { log(windowWidth) }
}
