import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'
import own from './own'

recorder.start({})
own.startRecord({})
export * from '@tarojs/taro'
export default Taro
