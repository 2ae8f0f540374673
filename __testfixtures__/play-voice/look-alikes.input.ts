import Taro from '@tarojs/taro'

class Player {
  playVoice(path: string) {
    return this.stopVoice(path)
  }
  stopVoice = (path: string) => path
}
const player = new Player()
player.playVoice('a')

const innerAudio = Taro.createInnerAudioContext()
innerAudio.play()
export function local(Taro: { playVoice(): void }) {
  Taro.playVoice()
}
uni.playVoice({ filePath: 'a' })
const key = 'playVoice'
export type Option = Taro.playVoice.Option
export type Play = typeof Taro.playVoice
if (Taro.playVoice && 'stopVoice' in Taro) console.log(key, 'please playVoice')
