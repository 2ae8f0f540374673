import Taro, { canIUse } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

if (Taro.canIUse('getRecorderManager')) recorder.start({})
canIUse("getRecorderManager")
wx.canIUse(`getRecorderManager`)
wx.canIUse('startRecord.success.tempFilePath')
own.canIUse('startRecord')
