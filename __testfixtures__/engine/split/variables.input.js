import { getSystemInfoSync, login } from '@tarojs/taro'

const deviceInfo = login()
const info = getSystemInfoSync()
export const scale = () => info.windowWidth / 750 + info['windowHeight']
export const isApple = info.brand.toLowerCase() === 'apple', same = { info: info.model }
function late() {
  var sdk = (getSystemInfoSync()), first = sdk.SDKVersion, second = sdk.safeArea?.top
  const one = getSystemInfoSync(), all = one.windowWidth
  return [first, second, all?.x, one?.windowHeight, getSystemInfoSync().windowWidth, (getSystemInfoSync()).brand, deviceInfo]
}
