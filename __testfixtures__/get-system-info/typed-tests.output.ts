import Taro, { getSystemInfo, getSystemInfoSync } from '@tarojs/taro'
import { getAppBaseInfo, getDeviceInfo, getSystemInfoSync as taroGetSystemInfoSync, getWindowInfo, pickSystemInfo } from 'taro-modernize/runtime/system'

export function top() {
  if (typeof Taro.getSystemInfoSync === 'function') {
    const info = getWindowInfo()
    return info.safeArea?.top || info.statusBarHeight
  }
  return 0
}
export const model = typeof getSystemInfoSync === 'function' ? getDeviceInfo().model : ''
if (typeof getSystemInfo === 'function' && process.env.TARO_ENV === 'weapp') pickSystemInfo([getDeviceInfo], { success: (res) => console.log(res.brand) })
if (typeof Taro.getSystemInfoSync! === 'function') console.log(JSON.stringify(taroGetSystemInfoSync()))
// Not reported.
if (typeof Taro.getSystemInfoSync === 'function') console.log(getDeviceInfo().system)
if (!Taro.getSystemInfoSync) console.log('none')
else console.log(getAppBaseInfo().theme)
if (Taro.getSystemInfoSync) console.log('some')
if (Taro.getSystemInfoSync) console.log(Taro.getSystemInfoSync().titleBarHeight)
