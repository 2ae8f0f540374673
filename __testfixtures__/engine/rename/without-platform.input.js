import Taro from '@tarojs/taro'

export const ask = Taro.canIUse('getSystemInfoAsync') && Taro.getSystemInfoAsync ? Taro.getSystemInfoAsync : undefined
