import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

const { startRecord: original } = Taro
Taro.startRecord = (options) => original({ duration: 30000, ...options })
Taro.startRecord({})
if (Taro.startRecord) Taro.startRecord({})
recorder.stop()
