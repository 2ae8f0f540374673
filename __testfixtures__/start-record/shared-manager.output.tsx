import Taro from '@tarojs/taro'
import { getRecorderManager, recorder } from 'taro-modernize/runtime/recorder'

const manager = getRecorderManager()
const other = wx.getRecorderManager ? getRecorderManager() : null
manager.onStop(() => {})

export const start = () => recorder.start({})
export const stop = () => manager.stop()
export default [other, Taro.getEnv()]
