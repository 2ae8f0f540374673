import { getSystemInfoAsync as getSystemInfo } from '@tarojs/taro'
export { getSystemInfoAsync } from '@tarojs/taro'
export { getSystemInfoAsync as getSystemInfo, login as default } from '@tarojs/taro'

getSystemInfo({})
