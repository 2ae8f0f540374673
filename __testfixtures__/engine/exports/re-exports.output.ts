import { recorder } from 'taro-modernize/runtime/recorder'

export { login } from '@tarojs/taro'
export const startRecord = recorder.start
export const end = recorder.stop
export { default as Taro } from '@tarojs/taro'
export { startRecord as other } from './own'
export type { stopRecord as T } from '@tarojs/taro'
