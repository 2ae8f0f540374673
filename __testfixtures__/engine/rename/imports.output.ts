import { /* system */ getSystemInfo, login } from '@tarojs/taro'

export const ask = { getSystemInfoAsync: getSystemInfo }
getSystemInfo({})
login()
export type Ask = { run: () => void }
