import Taro from '@tarojs/taro'
import { voice } from 'taro-modernize/runtime/voice'

// taro-modernize-ignore another run suppresses this
Taro.startRecord({})
// taro-modernize-ignore REC001 and this
Taro.startRecord({})
// taro-modernize-ignore VOI001 only this is idle
Taro.vibrateShort()
voice.play({ filePath: 'a' })
