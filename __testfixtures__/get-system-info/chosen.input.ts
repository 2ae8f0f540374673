import Taro from '@tarojs/taro'

const presets: { systemInfo?: any } = {}
const info = presets.systemInfo || Taro.getSystemInfoSync()
export const { statusBarHeight } = info

let cached
export function bar() {
  cached = cached || Taro.getSystemInfoSync()
  return cached.statusBarHeight + (cached.platform === 'android' ? 48 : 44)
}
let other
export const theme = () => {
  other = other ?? Taro.getSystemInfoSync()
  return other.theme
}

const safe = Taro.getSystemInfoSync() || { model: '', windowWidth: 0 }
export const shown = [safe.model, safe.windowWidth]
const one = process.env.TARO_ENV === 'h5' ? { windowHeight: 0 } : Taro.getSystemInfoSync()
export const height = one.windowHeight
export const width = Taro.getSystemInfoSync?.()?.windowWidth || 375
const optional = Taro?.getSystemInfoSync?.()
export const sizes = [optional?.screenWidth, optional?.brand]
export const kept = presets.systemInfo ?? Taro.getSystemInfoSync()
const allowed = presets.systemInfo || Taro.getSystemInfoSync()
if (allowed.locationAuthorized) console.log('located')
const both = presets.systemInfo && Taro.getSystemInfoSync()
export const brand = both.brand
