import { startRecord, stopRecord } from '@tarojs/taro'

startRecord({})
export { startRecord, stopRecord as halt }
