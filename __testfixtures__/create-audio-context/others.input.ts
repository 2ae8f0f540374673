import Taro from '@tarojs/taro'

function createAudioContext() {
  return new AudioContext()
}
createAudioContext()
class Mixer {
  createAudioContext() {}
  start(context: { createAudioContext(): void }) {
    this.createAudioContext()
    context.createAudioContext()
  }
}
export const mixer = new Mixer()
mixer.createAudioContext()
export const can = Taro.canIUse('createAudioContext') && Boolean(Taro.createAudioContext)
export type Create = typeof Taro.createAudioContext
