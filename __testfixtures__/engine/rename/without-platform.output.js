import Taro from '@tarojs/taro'

export const ask = Taro.canIUse('getSystemInfo') && Taro.getSystemInfo ? Taro.getSystemInfo : undefined
