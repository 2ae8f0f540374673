import Taro from '@tarojs/taro'
import { getAppAuthorizeSetting, getAppBaseInfo, getDeviceInfo, getSystemInfo, getSystemInfoAsync, getWindowInfo, pickSystemInfo } from 'taro-modernize/runtime/system'

pickSystemInfo([getWindowInfo], {
  success(res) {
    console.log(res.windowHeight, res.errMsg)
  },
})
pickSystemInfo([getDeviceInfo]).then(({ model }) => console.log(model))
export const load = async () => {
  const res = await getWindowInfo()
  return res.statusBarHeight
}
export const promisified = [getSystemInfo, getSystemInfoAsync]
export const can = Taro.canIUse('getSystemInfoAsync') ? 1 : 2
export async function read() {
  const { windowWidth } = await getWindowInfo()
  const { brand } = getDeviceInfo()
  const info = await getAppBaseInfo()
  const { errMsg } = await getSystemInfoAsync({})
  const sync = await getDeviceInfo()
  if ((await getAppAuthorizeSetting()).locationAuthorized === 'authorized') console.log(info.language, info.theme)
  return [windowWidth, brand, errMsg, sync.model, await getSystemInfo()]
}
