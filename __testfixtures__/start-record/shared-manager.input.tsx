import Taro from '@tarojs/taro'

const manager = Taro.getRecorderManager()
const other = wx.getRecorderManager ? wx.getRecorderManager() : null
manager.onStop(() => {})

export const start = () => Taro.startRecord({})
export const stop = () => manager.stop()
export default [other, Taro.getEnv()]
