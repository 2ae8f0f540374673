import Taro from '@tarojs/taro'

export function bar() {
  const info = Taro.getSystemInfoSync() || { model: '', system: '' }
  info.navBarHeight = info.statusBarHeight + 44
  if (!info.isApple) info.isApple = /iOS/.test(info.system)
  return info
}
export function other() {
  const info = Taro.getSystemInfoSync()
  info.navBarHeight = info.titleBarHeight
  return info
}
