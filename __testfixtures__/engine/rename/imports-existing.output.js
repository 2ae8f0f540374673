import { getSystemInfo, login } from '@tarojs/taro'

getSystemInfo({})
getSystemInfo({})
login()
