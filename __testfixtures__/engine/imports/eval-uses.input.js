import Taro, { startRecord } from '@tarojs/taro'

startRecord({})
Taro.startRecord({})
eval('Taro.stopRecord()')
