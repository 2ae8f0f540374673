import Taro from '@tarojs/taro'
export const has = Taro.canIUse('button.open-type.getUserInfo')
export const also = wx.canIUse('button.bindgetuserinfo')
export const other = Taro.canIUse('button.open-type.contact')
