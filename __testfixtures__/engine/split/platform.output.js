import Taro from '@tarojs/taro'
import * as api from '@tarojs/taro'

const { windowWidth } = Taro.getWindowInfo()
const { brand } = Taro.getDeviceInfo()
const { windowHeight } = wx.getWindowInfo(), width = api.getWindowInfo().windowWidth
const info = Taro.getWindowInfo()
export const scale = info.windowWidth / info.windowHeight
const device = Taro.getDeviceInfo()
export const name = device.brand + device.model
const all = { ...Taro.getDeviceInfo(), ...Taro.getWindowInfo() }
export function log() {
  const {
    brand, // of the device
  } = api.default.getDeviceInfo();
  const { windowWidth } = api.default.getWindowInfo();
  console.log(all.brand, all.windowHeight, brand, windowWidth)
}
