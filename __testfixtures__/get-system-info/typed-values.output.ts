import Taro, { getSystemInfoSync } from '@tarojs/taro'
import { getAppBaseInfo, getDeviceInfo, getSystemInfoSync as taroGetSystemInfoSync } from 'taro-modernize/runtime/system'
import { isFunction } from './is'

export const one = Taro.getSystemInfoSync! && taroGetSystemInfoSync()
const info = Taro.getSystemInfoSync! && getDeviceInfo()
export const brand = info.brand
export const two = typeof getSystemInfoSync === 'function' ? taroGetSystemInfoSync() : undefined
export const three = Taro.getSystemInfoSync! && process.env.TARO_ENV === 'weapp' && getDeviceInfo().model
export function read() {
  return Taro.getSystemInfoSync! && getAppBaseInfo().theme
}
console.log(Taro.getSystemInfoSync! && getDeviceInfo().system)
export const four = isFunction(taroGetSystemInfoSync) ? taroGetSystemInfoSync() : { model: '' }
export const five = !!Taro.getSystemInfoSync && getAppBaseInfo().version
export const six = Boolean(Taro.getSystemInfoSync) && getAppBaseInfo().version
export const eight = Taro.getSystemInfoSync! && getDeviceInfo().model
// These have the value, or another one.
export const seven = taroGetSystemInfoSync || (() => ({ model: '' }))
typeof Taro.getSystemInfoSync === 'function' && console.log(getDeviceInfo().model)
