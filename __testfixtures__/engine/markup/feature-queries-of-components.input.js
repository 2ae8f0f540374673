import Taro from '@tarojs/taro'
export const audio = Taro.canIUse('audio')
export const contact = wx.canIUse('contact-button')
export const source = wx.canIUse('audio.src')
export const others = wx.canIUse('open-data') && wx.canIUse('canvas') && wx.canIUse('button')
export const values = wx.canIUse('open-data.type.userNickName') && wx.canIUse('open-data.type.groupName')
