import Taro from '@tarojs/taro'
import { getAppAuthorizeSetting, getAppBaseInfo, getDeviceInfo, getSystemInfo, getSystemInfoAsync, getWindowInfo, pickSystemInfo, pickSystemInfoAsync } from 'taro-modernize/runtime/system'

pickSystemInfo([getWindowInfo], {
  success(res) {
    console.log(res.windowHeight, res.errMsg)
  },
})
pickSystemInfo([getDeviceInfo]).then(({ model }) => console.log(model))
export const load = async () => {
  const res = await pickSystemInfoAsync([getWindowInfo])
  return res.statusBarHeight
}
export const promisified = [getSystemInfo, getSystemInfoAsync]
export const can = Taro.canIUse('getSystemInfoAsync') ? 1 : 2
export async function read() {
  const { windowWidth, brand } = await pickSystemInfo([getWindowInfo, getDeviceInfo])
  const info = await pickSystemInfo([getAppBaseInfo])
  const { errMsg } = await getSystemInfoAsync({})
  const sync = await getDeviceInfo()
  if ((await pickSystemInfo([getAppAuthorizeSetting])).locationAuthorized) console.log(info.language, info.theme)
  return [windowWidth, brand, errMsg, sync.model, await getSystemInfo()]
}
