import Taro, { getSystemInfoAsync } from '@tarojs/taro'

let height = 0
Taro.getSystemInfoAsync({
  success: (res) => {
    height = res.windowHeight - (res.safeArea?.top ?? 0)
  },
  fail: console.error,
})
getSystemInfoAsync({
  success({ platform, locationAuthorized }) {
    console.log(platform, locationAuthorized === true)
  },
  complete() {
    console.log('done')
  },
})
void Taro.getSystemInfoAsync().then((res) => console.log(res.pixelRatio))
export const size = () => Taro.getSystemInfoAsync({}).then(({ windowWidth, errMsg }) => ({ windowWidth, errMsg }))
export async function load() {
  await Taro.getSystemInfoAsync({ success: (res) => (height = res.screenHeight) })
  const info = await Taro.getSystemInfoAsync({})
  const { errMsg, version } = await Taro.getSystemInfoAsync()
  const { theme } = await Taro.getSystemInfoAsync()
  return [info.statusBarHeight, info.SDKVersion, errMsg, version, theme, height]
}
wx.getSystemInfoAsync({
  success: function (res) {
    console.log(res.model)
  },
})
// These need the whole object.
Taro.getSystemInfoAsync({ success: console.log })
Taro.getSystemInfoAsync({ success: (res) => console.log(res.model), complete: console.log })
export const promise = Taro.getSystemInfoAsync()
export const json = async () => JSON.stringify(await Taro.getSystemInfoAsync())
Taro.getSystemInfoAsync({ success: (res) => console.log(res.titleBarHeight) })
declare const wx: Taro.TaroStatic
