import { startRecord } from '@tarojs/taro'
;[1].forEach(() => startRecord())
