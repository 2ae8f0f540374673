import { getSystemInfo, getSystemInfo as getSystemInfoAsync } from '@tarojs/taro'

getSystemInfo({})
export const ask = (getSystemInfo) => getSystemInfoAsync({ success: getSystemInfo })
