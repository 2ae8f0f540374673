import { login } from '@tarojs/taro'
import { getAppBaseInfo, getDeviceInfo, getWindowInfo } from 'taro-modernize/runtime/system'

const deviceInfo = login()
const info = getWindowInfo(), taroDeviceInfo = getDeviceInfo()
export const scale = () => info.windowWidth / 750 + info['windowHeight']
export const isApple = taroDeviceInfo.brand.toLowerCase() === 'apple', same = { info: taroDeviceInfo.model }
function late() {
  var sdk = (getAppBaseInfo()), windowInfo = getWindowInfo(), first = sdk.SDKVersion, second = windowInfo.safeArea?.top
  const one = getWindowInfo(), all = one.windowWidth
  return [first, second, all?.x, one?.windowHeight, getWindowInfo().windowWidth, (getDeviceInfo()).brand, deviceInfo]
}
