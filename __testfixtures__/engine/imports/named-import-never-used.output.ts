import { startRecord } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.stop()
