import Taro, { canIUse } from '@tarojs/taro'

if (Taro.canIUse('startRecord')) Taro.startRecord({})
canIUse("stopRecord")
wx.canIUse(`startRecord`)
wx.canIUse('startRecord.success.tempFilePath')
own.canIUse('startRecord')
