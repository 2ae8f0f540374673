import { startRecord, stopRecord } from '@tarojs/taro'

startRecord({})
stopRecord({})

export { startRecord }
