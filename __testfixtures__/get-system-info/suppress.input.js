import Taro from '@tarojs/taro'

// taro-modernize-ignore the warning is fine here
export const info = Taro.getSystemInfoSync()
export const { windowWidth } = Taro.getSystemInfoSync()
