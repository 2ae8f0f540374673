import Taro from '@tarojs/taro'

export async function load() {
  const { windowWidth } = await Taro.getWindowInfo()
  const { brand } = Taro.getDeviceInfo()
  const { windowHeight } = await wx.getWindowInfo()
  const info = await { ...Taro.getDeviceInfo(), ...Taro.getWindowInfo() }
  const {
    model, // of the device
  } = await Taro.getDeviceInfo();
  const { windowWidth: width = 0 } = Taro.getWindowInfo();
  let late
  late = await Taro.getDeviceInfo()
  return [windowWidth, brand, windowHeight, info.brand, info.windowWidth, model, width, late.model]
}
export const name = async () => (await Taro.getDeviceInfo()).brand
export const width = async () => {
  const { windowWidth } = await Taro.getWindowInfo()
  await Taro.getSystemInfo()
  return windowWidth
}
export const all = async () => await Taro.getSystemInfo()
export const both = async () => Promise.all([Taro.getSystemInfo()])
