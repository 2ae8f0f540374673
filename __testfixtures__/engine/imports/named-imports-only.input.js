// The licence of this file.

import { startRecord, stopRecord } from '@tarojs/taro'

startRecord({})
stopRecord()
