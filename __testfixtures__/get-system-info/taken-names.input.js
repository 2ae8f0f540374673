import Taro from '@tarojs/taro'
import { getWindowInfo } from './window'

export function size() {
  const { windowWidth } = Taro.getSystemInfoSync()
  const info = Taro.getSystemInfoSync()
  const getDeviceInfo = () => info.model + info.pixelRatio
  return [getWindowInfo(), windowWidth, getDeviceInfo()]
}
