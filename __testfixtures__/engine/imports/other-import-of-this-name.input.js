import { login as startRecord } from '@tarojs/taro'
import { getRecorderManager as stopRecord } from '@tarojs/taro'
export { login as playVoice } from '@tarojs/taro'
export { stopRecord }

startRecord({})
