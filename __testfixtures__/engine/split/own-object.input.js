import Taro from '@tarojs/taro'

export function f(Object) {
  var info = Taro.getSystemInfoSync()
  return Object(info.windowWidth, info.brand)
}
export function g() {
  var info = Taro.getSystemInfoSync()
  return [info.windowWidth, info.brand]
}
export function h(Function) {
  return Taro.startRecord instanceof Function
}
