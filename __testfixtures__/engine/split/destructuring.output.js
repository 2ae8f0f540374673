import { getAppBaseInfo, getDeviceInfo, getWindowInfo } from 'taro-modernize/runtime/system'

const { windowWidth } = getWindowInfo()
const { brand } = getDeviceInfo()
const { SDKVersion } = getAppBaseInfo()
export const { windowWidth: width = 0, safeArea: { top = 0 } = {} } = getWindowInfo(), { model: kept } = getDeviceInfo(), other = 1
export function size() {
  const { windowHeight, windowWidth } = getWindowInfo()
  const {
    windowHeight: height, // in px
    // of the device
    // what the app runs on
  } = getWindowInfo();
  const { brand: name } = getDeviceInfo();
  const { SDKVersion } = getAppBaseInfo();
  return [windowHeight, windowWidth, height, name, SDKVersion]
}
console.log(windowWidth, brand, SDKVersion, width, kept, top, other)
