import Taro, { canIUseWebp } from '@tarojs/taro'

const suffix = Taro.canIUseWebp() ? '.webp' : '.png'
export const cover = (name: string) => name + suffix
export const thumbnail = (name: string) => `${name}${canIUseWebp() ? '.webp' : ''}`
export const isSupported = Taro.canIUse('canIUseWebp') && Taro.canIUseWebp()

// An own function of the same name.
export const own = (images: { canIUseWebp(): boolean }) => images.canIUseWebp()
