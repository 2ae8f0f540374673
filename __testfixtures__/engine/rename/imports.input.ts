import { /* system */ getSystemInfoAsync, login } from '@tarojs/taro'

export const ask = { getSystemInfoAsync }
getSystemInfoAsync({})
login()
export type Ask = { run: () => void }
