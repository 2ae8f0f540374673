import Taro from '@tarojs/taro'

// Nothing in the app uses the runtime.
export const manager = Taro.getBackgroundAudioManager()
