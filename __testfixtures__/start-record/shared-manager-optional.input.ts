import Taro from '@tarojs/taro'

const manager = Taro.getRecorderManager?.()
export const make = Taro.getRecorderManager || (() => manager)
manager?.start({})
Taro.startRecord({})
