import Taro from '@tarojs/taro'
import { getSystemInfoSync, getWindowInfo } from 'taro-modernize/runtime/system'

const info = Taro.getWindowInfo ? Taro.getWindowInfo() : getSystemInfoSync()
const sync = Taro.getSystemInfoSync && getSystemInfoSync()
if (wx.canIUse('getSystemInfoSync.return.safeArea')) console.log(info, sync)
const width = getWindowInfo?.().windowWidth
console.log(width)
