import Taro, { startRecord as begin } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'
import { getWindowInfo } from 'taro-modernize/runtime/system'

const info = getWindowInfo()
export type Info = Taro.getSystemInfoSync.Result
export type Other = import('@tarojs/taro').stopRecord.Option
export type Begin = typeof begin
export const width = info.windowWidth
recorder.start({})
recorder.stop()
recorder.stop()
