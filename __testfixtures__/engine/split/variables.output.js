import { login } from '@tarojs/taro'
import { getAppBaseInfo, getDeviceInfo, getWindowInfo } from 'taro-modernize/runtime/system'

const deviceInfo = login()
const info = { ...getWindowInfo(), ...getDeviceInfo() }
export const scale = () => info.windowWidth / 750 + info['windowHeight']
export const isApple = info.brand.toLowerCase() === 'apple', same = { info: info.model }
function late() {
  var sdk = (Object.assign({}, getAppBaseInfo(), getWindowInfo())), first = sdk.SDKVersion, second = sdk.safeArea?.top
  const one = getWindowInfo(), all = one.windowWidth
  return [first, second, all?.x, one?.windowHeight, getWindowInfo().windowWidth, (getDeviceInfo()).brand, deviceInfo]
}
