import { login } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

export const startRecord = recorder.start;
<any>login()
