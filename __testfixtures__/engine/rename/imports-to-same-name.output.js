import { getSystemInfo } from '@tarojs/taro'
export { getSystemInfo as getSystemInfoAsync } from '@tarojs/taro'
export { getSystemInfo, login as default } from '@tarojs/taro'

getSystemInfo({})
