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
