import Taro from '@tarojs/taro'
import { voice } from 'taro-modernize/runtime/voice'
import { promisify } from './promisify'

export const play = promisify(voice.play)
export const api = { stopVoice: voice.stop, pause: voice.pause }
setTimeout(voice.stop, 5000)
voice.play.call(Taro, { filePath: 'a' })
