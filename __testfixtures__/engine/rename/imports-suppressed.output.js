import { getSystemInfoAsync, getSystemInfo, login } from '@tarojs/taro'

getSystemInfo({})
// taro-modernize-ignore the old one has more fields
getSystemInfoAsync({ success: login })
