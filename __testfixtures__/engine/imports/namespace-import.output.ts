import * as Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start({ success() {} })
recorder.stop()
Taro.login()
