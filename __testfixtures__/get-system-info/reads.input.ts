import Taro, { getSystemInfoSync } from '@tarojs/taro'

export const ratio = 750 / Taro.getSystemInfoSync().windowWidth
export const isApple = Taro.getSystemInfoSync().platform === 'ios'
export const bottom = Taro.getSystemInfoSync()?.safeArea?.bottom ?? 0
export const version = getSystemInfoSync().SDKVersion!.split('.').map(Number)
export const size = () => [Taro.getSystemInfoSync().screenWidth, Taro['getSystemInfoSync']()['screenHeight']]
if (Taro.getSystemInfoSync().locationAuthorized) console.log('located')
if (!wx.getSystemInfoSync().bluetoothEnabled || !wx.getSystemInfoSync().microphoneAuthorized) console.log('off')
export const isVague = Taro.getSystemInfoSync().locationReducedAccuracy
declare const wx: typeof Taro
