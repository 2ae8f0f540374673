import Taro from '@tarojs/taro'

const { windowWidth, brand, SDKVersion } = Taro.getSystemInfoSync()
export const { windowWidth: width = 0, model: kept, safeArea: { top = 0 } = {} } = wx.getSystemInfoSync(), other = 1
export function size() {
  const { windowHeight, windowWidth } = Taro.getSystemInfoSync()
  const {
    windowHeight: height, // in px
    brand: name, // of the device
    // what the app runs on
    SDKVersion,
  } = Taro.getSystemInfoSync();
  return [windowHeight, windowWidth, height, name, SDKVersion]
}
console.log(windowWidth, brand, SDKVersion, width, kept, top, other)
