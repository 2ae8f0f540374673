import { getSystemInfoAsync, getSystemInfo, login } from '@tarojs/taro'

getSystemInfoAsync({})
getSystemInfo({})
login()
