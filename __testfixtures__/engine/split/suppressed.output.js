import Taro from '@tarojs/taro'
import { getDeviceInfo, getWindowInfo } from 'taro-modernize/runtime/system'

// taro-modernize-ignore
const { windowWidth, brand } = Taro.getSystemInfoSync()
const info = { ...getWindowInfo(), ...getDeviceInfo() }
// taro-modernize-ignore FAK013
const other = Taro.getSystemInfoSync()
console.log(info.windowWidth, info.model, other.windowWidth, other.model, windowWidth, brand)
