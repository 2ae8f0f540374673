import { getDeviceInfo as taroGetDeviceInfo, getSystemInfo, getSystemInfoSync, getWindowInfo as taroGetWindowInfo } from 'taro-modernize/runtime/system'

// A function of the app's own that wraps the old call.
export function getDeviceInfo() {
  return getSystemInfoSync()
}
export const getWindowInfo = () => {
  const { windowWidth } = taroGetWindowInfo()
  const { brand } = taroGetDeviceInfo()
  return { windowWidth, brand }
}
getSystemInfo({ success: (res) => console.log(res.windowWidth) })
