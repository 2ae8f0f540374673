import Taro from '@tarojs/taro'
import { voice } from 'taro-modernize/runtime/voice'

export async function play(filePath: string, done: () => void) {
  voice.play({ filePath, success: done })
  await voice.play({ filePath })
  const result = await Taro.playVoice({ filePath, success: done })
  return result
}
