import Taro, { canIUse } from '@tarojs/taro'

if (wx.getSystemInfo) wx.getSystemInfo({})
if (typeof Taro.getSystemInfo === 'function' && 'getSystemInfo' in wx) Taro.getSystemInfo({})
const has = !!wx.getSystemInfoAsync
const same = wx.getSystemInfo === wx.getSystemInfo
export const ask = wx.getSystemInfo || wx.getSystemInfo
if (canIUse('getSystemInfo')) ask(has)
if (wx.canIUse("getSystemInfoAsync.success.model")) ask(same)
if (wx.getSystemInfoAsync) {
  // taro-modernize-ignore
  wx.getSystemInfoAsync({})
}
