import { getSystemInfoAsync, login } from '@tarojs/taro'

getSystemInfoAsync({})
// taro-modernize-ignore the old one has more fields
getSystemInfoAsync({ success: login })
