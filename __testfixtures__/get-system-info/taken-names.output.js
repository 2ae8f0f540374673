import { getDeviceInfo as taroGetDeviceInfo, getWindowInfo as taroGetWindowInfo } from 'taro-modernize/runtime/system'
import { getWindowInfo } from './window'

export function size() {
  const { windowWidth } = taroGetWindowInfo()
  const info = { ...taroGetDeviceInfo(), ...taroGetWindowInfo() }
  const getDeviceInfo = () => info.model + info.pixelRatio
  return [getWindowInfo(), windowWidth, getDeviceInfo()]
}
