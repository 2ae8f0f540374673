import Taro from '@tarojs/taro'

const { windowWidth, platform } = Taro.getSystemInfoSync()
const { brand, windowHeight } = (log(), Taro).getSystemInfoSync()
const { model } = Taro?.getSystemInfoSync()
const { getSystemInfoSync, getSystemInfoSync: load } = Taro
const info = getSystemInfoSync()
send(Taro.getSystemInfoSync())
const promise = Promise.resolve(Taro.getSystemInfoSync())
promise.windowWidth
if (wx.getSystemInfoSync && wx.canIUse('getSystemInfoSync')) console.log(info.brand)
Taro.getSystemInfoSync = () => ({})
jest.spyOn(Taro, 'getSystemInfoSync')
export { getSystemInfoSync } from '@tarojs/taro'
