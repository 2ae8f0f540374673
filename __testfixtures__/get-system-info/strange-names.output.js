var Taro = require('@tarojs/taro')
const { getDeviceInfo, getSystemInfoSync, getWindowInfo } = require('taro-modernize/runtime/system')

// One name twice.
var { windowWidth: a, platform: a } = { ...getWindowInfo(), ...getDeviceInfo() }
var { platform: b, windowWidth: b, model: b } = { ...getDeviceInfo(), ...getWindowInfo() }
var { platform: c, windowWidth: [c] = [] } = { ...getDeviceInfo(), ...getWindowInfo() }

// A name that generated code uses.
function shadowed(Object) {
  var size = { ...getWindowInfo(), ...getDeviceInfo() }
  return [size.windowWidth, size.platform]
}
function later() {
  var size = { ...getWindowInfo(), ...getDeviceInfo() }
  class Object {}
  return [size.windowWidth, size.platform, Object]
}

// Code in strings.
function direct() {
  var info = getSystemInfoSync()
  return [info.brand, eval('info.windowWidth')]
}
function inner() {
  const info = getSystemInfoSync()
  log(info.brand)
  return (code) => eval(code)
}
function indirect() {
  const other = getSystemInfoSync()
  return [other.brand, (0, eval)('1')]
}
function own(eval) {
  const other = getSystemInfoSync()
  return [other.brand, eval('1')]
}
function scoped() {
  const other = getSystemInfoSync()
  with (other) return [other.brand, windowWidth]
}
