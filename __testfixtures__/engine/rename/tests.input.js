import Taro, { canIUse } from '@tarojs/taro'

if (wx.getSystemInfoAsync) wx.getSystemInfoAsync({})
if (typeof Taro.getSystemInfoAsync === 'function' && 'getSystemInfoAsync' in wx) Taro.getSystemInfoAsync({})
const has = !!wx.getSystemInfoAsync
const same = wx.getSystemInfoAsync === wx.getSystemInfo
export const ask = wx.getSystemInfoAsync || wx.getSystemInfo
if (canIUse('getSystemInfoAsync')) ask(has)
if (wx.canIUse("getSystemInfoAsync.success.model")) ask(same)
if (wx.getSystemInfoAsync) {
  // taro-modernize-ignore
  wx.getSystemInfoAsync({})
}
