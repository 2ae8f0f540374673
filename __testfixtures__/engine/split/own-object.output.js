import { recorder } from 'taro-modernize/runtime/recorder'
import { getDeviceInfo, getWindowInfo } from 'taro-modernize/runtime/system'

export function f(Object) {
  var info = { ...getWindowInfo(), ...getDeviceInfo() }
  return Object(info.windowWidth, info.brand)
}
export function g() {
  var info = Object.assign({}, getWindowInfo(), getDeviceInfo())
  return [info.windowWidth, info.brand]
}
export function h(Function) {
  return recorder.start instanceof Function
}
