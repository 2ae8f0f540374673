import Taro from '@tarojs/taro'

const info = Taro.getWindowInfo ? Taro.getWindowInfo() : Taro.getSystemInfoSync()
const sync = Taro.getSystemInfoSync && Taro.getSystemInfoSync()
if (wx.canIUse('getSystemInfoSync.return.safeArea')) console.log(info, sync)
const width = wx.getSystemInfoSync?.().windowWidth
console.log(width)
