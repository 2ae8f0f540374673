import Taro from '@tarojs/taro'
import own from './own'
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start({})
own.startRecord({})
export * from '@tarojs/taro'
export default Taro
