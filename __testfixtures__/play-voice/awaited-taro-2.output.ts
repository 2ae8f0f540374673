import Taro from '@tarojs/taro'
import { voice } from 'taro-modernize/runtime/voice'

export async function play(filePath: string, done: () => void) {
  await voice.play({ filePath, success: done })
}
