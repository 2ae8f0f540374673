import Taro from '@tarojs/taro'
import { getAppAuthorizeSetting, getAppBaseInfo, getDeviceInfo, getSystemSetting, getWindowInfo } from 'taro-modernize/runtime/system'

export const ratio = 750 / getWindowInfo().windowWidth
export const isApple = getDeviceInfo().platform === 'ios'
export const bottom = getWindowInfo()?.safeArea?.bottom ?? 0
export const version = getAppBaseInfo().SDKVersion!.split('.').map(Number)
export const size = () => [getWindowInfo().screenWidth, getWindowInfo()['screenHeight']]
if (getAppAuthorizeSetting().locationAuthorized === 'authorized') console.log('located')
if (!getSystemSetting().bluetoothEnabled || getAppAuthorizeSetting().microphoneAuthorized !== 'authorized') console.log('off')
export const isVague = getAppAuthorizeSetting().locationReducedAccuracy
declare const wx: typeof Taro
