import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

// taro-modernize-ignore the plugin must not touch this one
Taro.startRecord({})
// taro-modernize-ignore REC001 nor this
Taro.startRecord({})
// taro-modernize-ignore REC002 another code
recorder.start({})
/* taro-modernize-ignore */
Taro
  .stopRecord()
