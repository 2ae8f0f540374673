var Taro = require('@tarojs/taro')

// One name twice.
var { windowWidth: a, platform: a } = Taro.getSystemInfoSync()
var { platform: b, windowWidth: b, model: b } = Taro.getSystemInfoSync()
var { platform: c, windowWidth: [c] = [] } = Taro.getSystemInfoSync()

// A name that generated code uses.
function shadowed(Object) {
  var size = Taro.getSystemInfoSync()
  return [size.windowWidth, size.platform]
}
function later() {
  var size = Taro.getSystemInfoSync()
  class Object {}
  return [size.windowWidth, size.platform, Object]
}

// Code in strings.
function direct() {
  var info = Taro.getSystemInfoSync()
  return [info.brand, eval('info.windowWidth')]
}
function inner() {
  const info = Taro.getSystemInfoSync()
  log(info.brand)
  return (code) => eval(code)
}
function indirect() {
  const other = Taro.getSystemInfoSync()
  return [other.brand, (0, eval)('1')]
}
function own(eval) {
  const other = Taro.getSystemInfoSync()
  return [other.brand, eval('1')]
}
function scoped() {
  const other = Taro.getSystemInfoSync()
  with (other) return [other.brand, windowWidth]
}
