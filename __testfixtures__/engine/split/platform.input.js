import Taro from '@tarojs/taro'
import * as api from '@tarojs/taro'

const { windowWidth, brand } = Taro.getSystemInfoSync()
const { windowHeight } = wx.getSystemInfoSync(), width = api.getSystemInfoSync().windowWidth
const info = Taro.getSystemInfoSync()
export const scale = info.windowWidth / info.windowHeight
const device = Taro['getSystemInfoSync']()
export const name = device.brand + device.model
const all = (Taro).getSystemInfoSync()
export function log() {
  const {
    brand, // of the device
    windowWidth,
  } = (api.default).getSystemInfoSync();
  console.log(all.brand, all.windowHeight, brand, windowWidth)
}
