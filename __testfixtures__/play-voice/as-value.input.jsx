import Taro from '@tarojs/taro'
import { promisify } from './promisify'

export const play = promisify(Taro.playVoice)
export const api = { stopVoice: Taro.stopVoice, pause: Taro?.pauseVoice }
setTimeout(Taro.stopVoice, 5000)
Taro.playVoice.call(Taro, { filePath: 'a' })
