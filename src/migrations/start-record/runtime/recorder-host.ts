// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/**
 * The environment of recorder.ts for Taro 3 and 4. In h5 builds, Taro uses recorder-host.h5.ts instead of this file.
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
declare const window: { addEventListener(event: 'pagehide', listener: () => void): void };
declare const navigator: {
  mediaDevices: {
    getUserMedia(what: { audio: true }): Promise<{ getTracks(): { stop(): void }[] }>;
  };
  permissions: { query(what: { name: 'microphone' }): Promise<{ state: string }> };
};

type PlatformManager = ReturnType<typeof getPlatformManager>;

export function getNativeManager(): PlatformManager | undefined {
  if (process.env.TARO_ENV === 'h5') {
    // Taro's own is a stub that succeeds without a file; recorder-h5 provides this one if the app contains it.
    const web = (sharedObjects()[0] || {}) as { __taro_modernize_web_1?: () => PlatformManager };
    return web.__taro_modernize_web_1 && web.__taro_modernize_web_1();
  }
  return getPlatformManager();
}

/** Shows the browser's permission prompt (h5). */
export function askMicrophone(): Promise<void> {
  return navigator.mediaDevices.getUserMedia({ audio: true }).then((stream) => {
    // Only the permission is needed; the browser shows a recording indicator while a track is live.
    stream.getTracks().forEach((track) => {
      track.stop();
    });
  });
}

/** The permission's state, if the browser provides it (h5). */
export function queryMicrophone(): Promise<{ state: string }> {
  return navigator.permissions.query({ name: 'microphone' });
}

/** Objects shared by all modules of an app; old base libraries have no `globalThis`. */
export function sharedObjects(): unknown[] {
  return [typeof globalThis === 'object' && globalThis, eventCenter];
}

export function watchApp(hide: () => void, show: () => void): void {
  if (process.env.TARO_ENV === 'rn') {
    // Taro has no onAppHide on React Native. With `try`, other bundlers do not require react-native to be installed.
    try {
      require('react-native').AppState.addEventListener('change', (state) => {
        if (state === 'background') hide();
        if (state === 'active') show();
      });
    } catch (_error) {}
  } else if (process.env.TARO_ENV === 'h5') {
    // A hidden browser tab keeps recording.
    window.addEventListener('pagehide', hide);
  } else {
    if (onAppHide) onAppHide(hide);
    if (onAppShow) onAppShow(show);
  }
}

export { authorize, getSetting, openSetting, showModal };
