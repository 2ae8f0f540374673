// @taro-modernize-runtime __VERSION__
/** The environment of voice.ts for Taro 3 and 4. */
import {
  createInnerAudioContext,
  eventCenter,
  onAppHide,
  pauseVoice,
  playVoice,
  stopVoice,
} from '@tarojs/taro';

declare const process: { env: { TARO_ENV?: string } };
declare const require: (name: 'react-native') => {
  AppState: { addEventListener(type: 'change', listener: (state: string) => void): void };
};

/** Objects shared by all modules of an app; old base libraries have no `globalThis`. */
export function sharedObjects(): unknown[] {
  return [typeof globalThis === 'object' && globalThis, eventCenter];
}

export function watchApp(hide: () => void): void {
  if (process.env.TARO_ENV === 'rn') {
    // Taro has no onAppHide on React Native. With `try`, other bundlers do not require react-native to be installed.
    try {
      require('react-native').AppState.addEventListener('change', (state) => {
        if (state === 'background') hide();
      });
    } catch (_error) {}
  } else if (onAppHide) onAppHide(hide);
}

export { createInnerAudioContext, pauseVoice, playVoice, stopVoice };
