import Taro from '@tarojs/taro'
import { getAppAuthorizeSetting, getAppBaseInfo, getDeviceInfo, getWindowInfo, pickSystemInfo } from 'taro-modernize/runtime/system'

let height = 0
pickSystemInfo([getWindowInfo], {
  success: (res) => {
    height = res.windowHeight - (res.safeArea?.top ?? 0)
  },
  fail: console.error,
})
pickSystemInfo([getDeviceInfo, getAppAuthorizeSetting], {
  success({ platform, system: version = '', locationAuthorized }) {
    console.log(platform, version, locationAuthorized === true)
  },
  complete() {
    console.log('done')
  },
})
pickSystemInfo([getDeviceInfo], { success: (res: any) => console.log(res.model, res.errMsg) })
pickSystemInfo([getWindowInfo, getAppBaseInfo], {
  success: function (res) {
    const { windowWidth: width, windowHeight } = res
    const all = res
    console.log(width, windowHeight, all.theme)
  },
})

function success(res) {
  console.log(res.brand)
}
pickSystemInfo([getDeviceInfo], { success, complete: success })
const onInfo = function (res) {
  console.log(res.language)
}
pickSystemInfo([getAppBaseInfo], { success: onInfo })

void pickSystemInfo([getWindowInfo]).then((res) => console.log(res.pixelRatio))
export const size = () =>
  pickSystemInfo([getWindowInfo])
    .catch((error) => Promise.reject(error))
    .then(({ windowWidth, windowHeight }) => ({ windowWidth, windowHeight }))
export async function load() {
  await pickSystemInfo([getWindowInfo], { success: (res) => (height = res.screenHeight) })
  const info = await pickSystemInfo([getWindowInfo, getAppBaseInfo], {})
  const { errMsg, version } = await pickSystemInfo([getAppBaseInfo])
  const isAllowed = (await pickSystemInfo([getAppAuthorizeSetting])).albumAuthorized
  return [info.statusBarHeight, info.SDKVersion, errMsg, version, isAllowed]
}
export class Page {
  width = 0
  async onLoad() {
    pickSystemInfo([getWindowInfo], {
      success: async (res) => {
        this.width = res.windowWidth
      },
    })
  }
}
export default height
declare const wx: Taro.TaroStatic
