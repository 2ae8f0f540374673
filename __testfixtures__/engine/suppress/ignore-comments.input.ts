import Taro from '@tarojs/taro'

// taro-modernize-ignore the plugin must not touch this one
Taro.startRecord({})
// taro-modernize-ignore REC001 nor this
Taro.startRecord({})
// taro-modernize-ignore REC002 another code
Taro.startRecord({})
/* taro-modernize-ignore */
Taro
  .stopRecord()
