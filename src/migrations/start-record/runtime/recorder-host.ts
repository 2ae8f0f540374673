// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/**
 * Everything that recorder.ts takes from outside, for Taro 3 and 4. In builds for h5, Taro takes recorder-host.h5.ts
 * in the place of this file.
 */
import {
  authorize,
  eventCenter,
  getRecorderManager as getPlatformManager,
  getSetting,
  onAppHide,
  onAppShow,
  openSetting,
  showModal,
} from '@tarojs/taro';

declare const process: { env: { TARO_ENV?: string } };
declare const require: (name: 'react-native') => {
  AppState: { addEventListener(type: 'change', listener: (state: string) => void): void };
};
declare const navigator: {
  mediaDevices: {
    getUserMedia(what: { audio: true }): Promise<{ getTracks(): { stop(): void }[] }>;
  };
  permissions: { query(what: { name: 'microphone' }): Promise<{ state: string }> };
};

type PlatformManager = ReturnType<typeof getPlatformManager>;

export function getNativeManager(): PlatformManager | undefined {
  if (process.env.TARO_ENV === 'h5') {
    // Taro's own is a stub that answers `success` without a file; recorder-h5 leaves this where it is in the app.
    const web = (sharedObjects()[0] || {}) as { __taro_modernize_web_1?: () => PlatformManager };
    return web.__taro_modernize_web_1 && web.__taro_modernize_web_1();
  }
  return getPlatformManager();
}

/** Has the browser ask the user (h5). */
export function askMicrophone(): Promise<void> {
  return navigator.mediaDevices.getUserMedia({ audio: true }).then((stream) => {
    // Asked for the grant only: the browser shows a recording as long as a track is live.
    stream.getTracks().forEach((track) => {
      track.stop();
    });
  });
}

/** Whether the user has let the page record, as far as the browser tells (h5). */
export function queryMicrophone(): Promise<{ state: string }> {
  return navigator.permissions.query({ name: 'microphone' });
}

/** Objects that every module of one app shares; old base libraries have no `globalThis`. */
export function sharedObjects(): unknown[] {
  return [typeof globalThis === 'object' && globalThis, eventCenter];
}

export function watchApp(hide: () => void, show: () => void): void {
  if (process.env.TARO_ENV === 'rn') {
    // Taro has no onAppHide on React Native. In a `try`, so that no other bundler insists on finding react-native.
    try {
      require('react-native').AppState.addEventListener('change', (state) => {
        if (state === 'background') hide();
        if (state === 'active') show();
      });
    } catch (_error) {}
  } else if (process.env.TARO_ENV !== 'h5') {
    // A hidden browser tab goes on recording.
    if (onAppHide) onAppHide(hide);
    if (onAppShow) onAppShow(show);
  }
}

export { authorize, getSetting, openSetting, showModal };
