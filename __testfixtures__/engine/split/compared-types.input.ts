import Taro from '@tarojs/taro'

const { albumAuthorized, brand } = Taro.getSystemInfoSync()!
const { cameraAuthorized } = Taro.getSystemInfoSync() as any
const info = Taro.getSystemInfoSync()!
if (albumAuthorized && cameraAuthorized && info.albumAuthorized) console.log(brand, (info.cameraAuthorized as boolean) ? 1 : 2)
