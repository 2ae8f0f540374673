const Taro = require('@tarojs/taro')
const { getSystemInfoSync } = require('taro-modernize/runtime/system')

function f() {
  var info = getSystemInfoSync()
  log(info.brand)
  return eval('info.windowWidth')
}
exports.f = f
