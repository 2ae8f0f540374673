import Taro from '@tarojs/taro'
import { getRecorderManager, recorder } from 'taro-modernize/runtime/recorder'

const manager = getRecorderManager()
const other = typeof wx.getRecorderManager === 'function' ? getRecorderManager() : null
manager.onStop(() => {})

export const start = () => recorder.start({})
export const stop = () => manager.stop()
export default [other, Taro.getEnv()]
