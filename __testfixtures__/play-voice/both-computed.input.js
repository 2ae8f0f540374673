import Taro from '@tarojs/taro'

Taro.startRecord()
Taro.stopVoice()
export const call = (name) => Taro[name]()
