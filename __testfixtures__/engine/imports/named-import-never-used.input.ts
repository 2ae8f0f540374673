import Taro, { startRecord } from '@tarojs/taro'

Taro.stopRecord()
