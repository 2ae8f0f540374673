import Taro, { getSystemInfo } from '@tarojs/taro'

let height = 0
Taro.getSystemInfo({
  success: (res) => {
    height = res.windowHeight - (res.safeArea?.top ?? 0)
  },
  fail: console.error,
})
Taro.getSystemInfo({
  success({ platform, system: version = '', locationAuthorized }) {
    console.log(platform, version, locationAuthorized === true)
  },
  complete() {
    console.log('done')
  },
})
getSystemInfo({ success: (res: any) => console.log(res.model, res.errMsg) })
wx.getSystemInfo({
  success: function (res) {
    const { windowWidth: width, windowHeight } = res
    const all = res
    console.log(width, windowHeight, all.theme)
  },
})

function success(res) {
  console.log(res.brand)
}
Taro.getSystemInfo({ success, complete: success })
const onInfo = function (res) {
  console.log(res.language)
}
Taro.getSystemInfo({ success: onInfo })

void Taro.getSystemInfo().then((res) => console.log(res.pixelRatio))
export const size = () =>
  Taro.getSystemInfo()
    .catch((error) => Promise.reject(error))
    .then(({ windowWidth, windowHeight }) => ({ windowWidth, windowHeight }))
export async function load() {
  await Taro.getSystemInfo({ success: (res) => (height = res.screenHeight) })
  const info = await Taro.getSystemInfo({})
  const { errMsg, version } = await Taro.getSystemInfo()
  const isAllowed = (await Taro.getSystemInfo()).albumAuthorized
  return [info.statusBarHeight, info.SDKVersion, errMsg, version, isAllowed]
}
export class Page {
  width = 0
  async onLoad() {
    Taro.getSystemInfo({
      success: async (res) => {
        this.width = res.windowWidth
      },
    })
  }
}
export default height
declare const wx: Taro.TaroStatic
