import Taro from '@tarojs/taro'

export const work = Taro.getSystemInfoSync().environment
