// @taro-modernize-runtime __VERSION__
/** The environment of background-audio.ts for Taro 1 and 2, which only have a default export. */
import Taro from '@tarojs/taro';

export function nativeManager() {
  return Taro.getBackgroundAudioManager();
}

/** An object shared by all modules of an app; old base libraries have no `globalThis`. */
export function shared(): unknown {
  return Taro;
}
