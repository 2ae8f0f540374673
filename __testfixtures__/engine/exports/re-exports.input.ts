export { startRecord, stopRecord as end, login } from '@tarojs/taro'
export { default as Taro } from '@tarojs/taro'
export { startRecord as other } from './own'
export type { stopRecord as T } from '@tarojs/taro'
