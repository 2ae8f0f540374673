import Taro from '@tarojs/taro'

export async function load() {
  const { windowWidth, brand } = await Taro.getSystemInfo()
  const { windowHeight } = await wx.getSystemInfo()
  const info = await Taro.getSystemInfo()
  const {
    model, // of the device
    windowWidth: width = 0,
  } = await Taro.getSystemInfo();
  let late
  late = await Taro.getSystemInfo()
  return [windowWidth, brand, windowHeight, info.brand, info.windowWidth, model, width, late.model]
}
export const name = async () => (await Taro.getSystemInfo()).brand
export const width = async () => {
  const { windowWidth } = await Taro.getSystemInfoSync()
  await Taro.getSystemInfo()
  return windowWidth
}
export const all = async () => await Taro.getSystemInfo()
export const both = async () => Promise.all([Taro.getSystemInfo()])
