import Taro from '@tarojs/taro'

export async function play(filePath: string, done: () => void) {
  await Taro.playVoice({ filePath, success: done })
}
