import { getSystemInfo } from '@tarojs/taro'

const { getSystemInfo: ask } = wx
const other = wx.getSystemInfo
if (getSystemInfo) getSystemInfo({})
if (ask) ask({})
if (other) other?.({})
