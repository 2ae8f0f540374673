// @taro-modernize-runtime __VERSION__
/** Everything that voice.ts takes from outside, for Taro 1 and 2: they have it on their default export. */
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

/** Objects that every module of one app shares; old base libraries have no `globalThis`. */
export function sharedObjects(): unknown[] {
  return [typeof globalThis === 'object' && globalThis, Taro];
}

export function watchApp(hide: () => void): void {
  if (Taro.onAppHide) Taro.onAppHide(hide);
}
