import { getAppBaseInfo, getDeviceInfo, getSystemInfoSync, getWindowInfo } from 'taro-modernize/runtime/system'

const presets: { systemInfo?: any } = {}
const info = presets.systemInfo || getWindowInfo()
export const { statusBarHeight } = info

let cached
export function bar() {
  cached = cached || { ...getWindowInfo(), ...getDeviceInfo() }
  return cached.statusBarHeight + (cached.platform === 'android' ? 48 : 44)
}
let other
export const theme = () => {
  other = other ?? getAppBaseInfo()
  return other.theme
}

const safe = Object.assign({}, getDeviceInfo(), getWindowInfo()) || { model: '', windowWidth: 0 }
export const shown = [safe.model, safe.windowWidth]
const one = process.env.TARO_ENV === 'h5' ? { windowHeight: 0 } : getWindowInfo()
export const height = one.windowHeight
export const width = getWindowInfo?.()?.windowWidth || 375
const optional = { ...getWindowInfo(), ...getDeviceInfo() }
export const sizes = [optional?.screenWidth, optional?.brand]
export const kept = presets.systemInfo ?? getSystemInfoSync()
const allowed = presets.systemInfo || getSystemInfoSync()
if (allowed.locationAuthorized) console.log('located')
const both = presets.systemInfo && getDeviceInfo()
export const brand = both.brand
