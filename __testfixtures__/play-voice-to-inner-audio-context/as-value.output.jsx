import Taro from '@tarojs/taro'
import { promisify } from './promisify'
import { voice } from 'taro-modernize/runtime/voice'

export const play = promisify(voice.play)
export const api = { stopVoice: voice.stop, pause: voice.pause }
setTimeout(voice.stop, 5000)
voice.play.call(Taro, { filePath: 'a' })
