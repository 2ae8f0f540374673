import { getSystemInfoAsync } from '@tarojs/taro'

const { getSystemInfoAsync: ask } = wx
const other = wx.getSystemInfoAsync
if (getSystemInfoAsync) getSystemInfoAsync({})
if (ask) ask({})
if (other) other?.({})
