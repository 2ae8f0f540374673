// @taro-modernize-runtime __VERSION__
/** The environment of voice.ts for Taro 1 and 2, which only have a default export. */
import Taro from '@tarojs/taro';

export function createInnerAudioContext() {
  return Taro.createInnerAudioContext();
}

export function playVoice(option: Taro.playVoice.Option) {
  return Taro.playVoice(option);
}

export function pauseVoice(option?: Taro.pauseVoice.Option) {
  return Taro.pauseVoice(option);
}

export function stopVoice(option?: Taro.stopVoice.Option) {
  return Taro.stopVoice(option);
}

/** Objects shared by all modules of an app; old base libraries have no `globalThis`. */
export function sharedObjects(): unknown[] {
  return [typeof globalThis === 'object' && globalThis, Taro];
}

export function watchApp(hide: () => void): void {
  if (Taro.onAppHide) Taro.onAppHide(hide);
}
