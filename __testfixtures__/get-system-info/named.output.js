import { getDeviceInfo as taroGetDeviceInfo, getSystemInfoSync, getWindowInfo as taroGetWindowInfo, pickSystemInfo } from 'taro-modernize/runtime/system'

// A function of the app's own that wraps the old call.
export function getDeviceInfo() {
  return getSystemInfoSync()
}
export const getWindowInfo = () => {
  const { windowWidth } = taroGetWindowInfo()
  const { brand } = taroGetDeviceInfo()
  return { windowWidth, brand }
}
pickSystemInfo([taroGetWindowInfo], { success: (res) => console.log(res.windowWidth) })
