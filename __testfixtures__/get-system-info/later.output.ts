import Taro from '@tarojs/taro'
import { getSystemInfo, getSystemInfoAsync } from 'taro-modernize/runtime/system'

getSystemInfo({
  success(res) {
    console.log(res.windowHeight, res.errMsg)
  },
})
getSystemInfo().then(({ model }) => console.log(model))
export const load = async () => {
  const res = await getSystemInfoAsync()
  return res.statusBarHeight
}
export const promisified = [getSystemInfo, getSystemInfoAsync]
export const can = Taro.canIUse('getSystemInfoAsync') ? 1 : 2
