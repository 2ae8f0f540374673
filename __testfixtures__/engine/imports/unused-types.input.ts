import Taro, { getSystemInfoSync, startRecord as begin, stopRecord } from '@tarojs/taro'

declare const wx: any

const info = getSystemInfoSync()
export type Info = Taro.getSystemInfoSync.Result
export type Other = import('@tarojs/taro').stopRecord.Option
export type Begin = typeof begin
export const width = info.windowWidth
begin({})
stopRecord()
wx.stopRecord()
