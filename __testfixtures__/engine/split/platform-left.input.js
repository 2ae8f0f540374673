import Taro from '@tarojs/taro'

const { windowWidth, platform } = Taro.getSystemInfoSync()
const { brand, windowHeight } = (log(), Taro).getSystemInfoSync()
const { model } = Taro?.getSystemInfoSync()
const { getSystemInfoSync, getSystemInfo: load } = Taro
const info = getSystemInfoSync()
send(Taro.getSystemInfoSync())
Taro.getSystemInfo().then(({ windowWidth }) => windowWidth)
Taro.getSystemInfo({ success: ({ windowWidth }) => windowWidth })
const promise = Taro.getSystemInfo()
promise.windowWidth
if (wx.getSystemInfoSync && wx.canIUse('getSystemInfoSync')) console.log(info.brand)
Taro.getSystemInfoSync = () => ({})
jest.spyOn(Taro, 'getSystemInfo')
export { getSystemInfo } from '@tarojs/taro'
