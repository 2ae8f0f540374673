import Taro from '@tarojs/taro'
import { getAppAuthorizeSetting, getAppBaseInfo, getDeviceInfo, getSystemInfoAsync, getWindowInfo, pickSystemInfoAsync } from 'taro-modernize/runtime/system'

let height = 0
pickSystemInfoAsync([getWindowInfo], {
  success: (res) => {
    height = res.windowHeight - (res.safeArea?.top ?? 0)
  },
  fail: console.error,
})
pickSystemInfoAsync([getDeviceInfo, getAppAuthorizeSetting], {
  success({ platform, locationAuthorized }) {
    console.log(platform, locationAuthorized === true)
  },
  complete() {
    console.log('done')
  },
})
void pickSystemInfoAsync([getWindowInfo]).then((res) => console.log(res.pixelRatio))
export const size = () => pickSystemInfoAsync([getWindowInfo], {}).then(({ windowWidth, errMsg }) => ({ windowWidth, errMsg }))
export async function load() {
  await pickSystemInfoAsync([getWindowInfo], { success: (res) => (height = res.screenHeight) })
  const info = await pickSystemInfoAsync([getWindowInfo, getAppBaseInfo], {})
  const { errMsg, version } = await pickSystemInfoAsync([getAppBaseInfo])
  const { theme } = await pickSystemInfoAsync([getAppBaseInfo])
  return [info.statusBarHeight, info.SDKVersion, errMsg, version, theme, height]
}
pickSystemInfoAsync([getDeviceInfo], {
  success: function (res) {
    console.log(res.model)
  },
})
// These need the whole object.
getSystemInfoAsync({ success: console.log })
getSystemInfoAsync({ success: (res) => console.log(res.model), complete: console.log })
export const promise = getSystemInfoAsync()
export const json = async () => JSON.stringify(await getSystemInfoAsync())
Taro.getSystemInfoAsync({ success: (res) => console.log(res.titleBarHeight) })
declare const wx: Taro.TaroStatic
