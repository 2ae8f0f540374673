import { getSystemInfoAsync, getSystemInfo, login } from '@tarojs/taro'

export type Ask = typeof getSystemInfoAsync
export const ask: Ask = (options) => getSystemInfo(options)
login()
