import Taro, { canIUse } from '@tarojs/taro'
import { voice } from 'taro-modernize/runtime/voice'

if (Taro.canIUse('createInnerAudioContext')) voice.play({ filePath: 'a' })
if (canIUse('playVoice.duration')) voice.stop()
