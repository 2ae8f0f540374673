import Taro from '@tarojs/taro'
import { canIUseWebp } from 'taro-modernize/runtime/system'

const suffix = canIUseWebp() ? '.webp' : '.png'
export const cover = (name: string) => name + suffix
export const thumbnail = (name: string) => `${name}${canIUseWebp() ? '.webp' : ''}`
export const isSupported = Taro.canIUse('canIUseWebp') && canIUseWebp()

// An own function of the same name.
export const own = (images: { canIUseWebp(): boolean }) => images.canIUseWebp()
