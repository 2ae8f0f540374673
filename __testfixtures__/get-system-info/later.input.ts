import Taro from '@tarojs/taro'

Taro.getSystemInfo({
  success(res) {
    console.log(res.windowHeight, res.errMsg)
  },
})
Taro.getSystemInfo().then(({ model }) => console.log(model))
export const load = async () => {
  const res = await Taro.getSystemInfoAsync()
  return res.statusBarHeight
}
export const promisified = [Taro.getSystemInfo, Taro.getSystemInfoAsync]
export const can = Taro.canIUse('getSystemInfoAsync') ? 1 : 2
export async function read() {
  const { windowWidth, brand } = await Taro.getSystemInfo()
  const info = await Taro.getSystemInfo()
  const { errMsg } = await Taro.getSystemInfoAsync({})
  const sync = await Taro.getSystemInfoSync()
  if ((await Taro.getSystemInfo()).locationAuthorized) console.log(info.language, info.theme)
  return [windowWidth, brand, errMsg, sync.model, await Taro.getSystemInfo()]
}
