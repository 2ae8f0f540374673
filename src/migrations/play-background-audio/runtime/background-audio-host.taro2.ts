// @taro-modernize-runtime __VERSION__
/** Everything that background-audio.ts takes from outside, for Taro 1 and 2: they have it on their default export. */
import Taro from '@tarojs/taro';

export function getBackgroundAudioManager() {
  return Taro.getBackgroundAudioManager();
}

/** An object that every module of one app shares; old base libraries have no `globalThis`. */
export function shared(): unknown {
  return Taro;
}
