import Taro, { canIUse } from '@tarojs/taro'

if (Taro.canIUse('playVoice')) Taro.playVoice({ filePath: 'a' })
if (canIUse('playVoice.duration')) Taro.stopVoice()
