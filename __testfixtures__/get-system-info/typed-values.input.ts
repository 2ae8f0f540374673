import Taro, { getSystemInfoSync } from '@tarojs/taro'
import { isFunction } from './is'

export const one = Taro.getSystemInfoSync && Taro.getSystemInfoSync()
const info = Taro.getSystemInfoSync && Taro.getSystemInfoSync()
export const brand = info.brand
export const two = getSystemInfoSync ? getSystemInfoSync() : undefined
export const three = Taro.getSystemInfoSync && process.env.TARO_ENV === 'weapp' && Taro.getSystemInfoSync().model
export function read() {
  return Taro.getSystemInfoSync && Taro.getSystemInfoSync().theme
}
console.log(Taro.getSystemInfoSync && Taro.getSystemInfoSync().system)
export const four = isFunction(Taro.getSystemInfoSync) ? Taro.getSystemInfoSync() : { model: '' }
export const five = !!Taro.getSystemInfoSync && Taro.getSystemInfoSync().version
export const six = Boolean(Taro.getSystemInfoSync) && Taro.getSystemInfoSync().version
export const eight = Taro.getSystemInfoSync! && Taro.getSystemInfoSync().model
// These have the value, or another one.
export const seven = Taro.getSystemInfoSync || (() => ({ model: '' }))
Taro.getSystemInfoSync && console.log(Taro.getSystemInfoSync().model)
