import Taro from '@tarojs/taro'

const info = Taro.getSystemInfoSync()
export type Info = typeof info
export const width = info.windowWidth
const typed: { windowWidth: number; brand: string } = Taro.getSystemInfoSync()
const { windowHeight, brand } = Taro.getSystemInfoSync() as { windowHeight: number; brand: string }
export const all = [typed.windowWidth, typed.brand, windowHeight, brand]
