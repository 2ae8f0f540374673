import Taro, { getSystemInfo, getSystemInfoSync } from '@tarojs/taro'

export function top() {
  if (Taro.getSystemInfoSync) {
    const info = Taro.getSystemInfoSync()
    return info.safeArea?.top || info.statusBarHeight
  }
  return 0
}
export const model = getSystemInfoSync ? getSystemInfoSync().model : ''
if (getSystemInfo && process.env.TARO_ENV === 'weapp') getSystemInfo({ success: (res) => console.log(res.brand) })
if (Taro.getSystemInfoSync!) console.log(JSON.stringify(Taro.getSystemInfoSync()))
// Not reported.
if (typeof Taro.getSystemInfoSync === 'function') console.log(Taro.getSystemInfoSync().system)
if (!Taro.getSystemInfoSync) console.log('none')
else console.log(Taro.getSystemInfoSync().theme)
if (Taro.getSystemInfoSync) console.log('some')
if (Taro.getSystemInfoSync) console.log(Taro.getSystemInfoSync().titleBarHeight)
