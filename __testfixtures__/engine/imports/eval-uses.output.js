import Taro, { startRecord } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start({})
recorder.start({})
eval('Taro.stopRecord()')
