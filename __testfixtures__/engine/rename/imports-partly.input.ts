import { getSystemInfoAsync, login } from '@tarojs/taro'

export type Ask = typeof getSystemInfoAsync
export const ask: Ask = (options) => getSystemInfoAsync(options)
login()
