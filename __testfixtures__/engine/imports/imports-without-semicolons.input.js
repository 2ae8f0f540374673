import { login } from './own'
login()
import { startRecord } from '@tarojs/taro'
[1].forEach(startRecord)
import { stopRecord } from '@tarojs/taro'
;[2].forEach(stopRecord)
