import { getSystemInfo, getSystemInfoSync } from '@tarojs/taro'

// A function of the app's own that wraps the old call.
export function getDeviceInfo() {
  return getSystemInfoSync()
}
export const getWindowInfo = () => {
  const { windowWidth, brand } = getSystemInfoSync()
  return { windowWidth, brand }
}
getSystemInfo({ success: (res) => console.log(res.windowWidth) })
