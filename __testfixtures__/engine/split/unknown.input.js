import Taro from '@tarojs/taro'

const { windowWidth, platform } = Taro.getSystemInfoSync()
const { brand, ...rest } = Taro.getSystemInfoSync()
const { [rest]: computed } = Taro.getSystemInfoSync()
const handed = Taro.getSystemInfoSync()
send(handed, handed.brand)
const written = Taro.getSystemInfoSync()
written.windowWidth = written.SDKVersion
export const exported = Taro.getSystemInfoSync()
const method = Taro.getSystemInfoSync()
method.hasOwnProperty('brand')
const spread = { ...Taro.getSystemInfoSync() }
const pass = [1].map(Taro.getSystemInfoSync)
const given = Taro.getSystemInfoSync({}).brand
const never = Taro.getSystemInfoSync()
const { getSystemInfoSync: read } = Taro
read().brand
Taro.getSystemInfoSync()
for (const each in Taro.getSystemInfoSync()) console.log(each)
if (Taro.getSystemInfoSync && wx.canIUse('getSystemInfoSync')) console.log(read)
export { getSystemInfoSync } from '@tarojs/taro'
