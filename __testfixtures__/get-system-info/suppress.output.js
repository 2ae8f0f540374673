import Taro from '@tarojs/taro'
import { getWindowInfo } from 'taro-modernize/runtime/system'

// taro-modernize-ignore the warning is fine here
export const info = Taro.getSystemInfoSync()
export const { windowWidth } = getWindowInfo()
