import Taro, { getBackgroundAudioManager } from '@tarojs/taro'

/** Another file of the app that only sets the source. */
export function setSong({ name, picture, url }: { name: string; picture: string; url: string }) {
  const backgroundAudioManager = Taro.getBackgroundAudioManager()
  backgroundAudioManager.title = name
  backgroundAudioManager.coverImgUrl = picture
  backgroundAudioManager.src = url
}

export const resume = () => getBackgroundAudioManager().play()
export const canPlay = Taro.canIUse('getBackgroundAudioManager') && !!Taro.getBackgroundAudioManager
