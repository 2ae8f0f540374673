// @taro-modernize-runtime __VERSION__
/** The environment of recorder.ts for Taro 1 and 2, which only have a default export. */
import Taro from '@tarojs/taro';

declare const process: { env: { TARO_ENV?: string } };

export function authorize(option: Taro.authorize.Option) {
  return Taro.authorize(option);
}

export function getSetting(option?: Taro.getSetting.Option) {
  return Taro.getSetting(option);
}

export function openSetting(option: Taro.openSetting.Option) {
  return Taro.openSetting(option);
}

export function showModal(option: Taro.showModal.Option) {
  return Taro.showModal(option);
}

export function getNativeManager(): Taro.RecorderManager | undefined {
  return process.env.TARO_ENV === 'h5' ? undefined : Taro.getRecorderManager();
}

/** Shows the browser's permission prompt (h5). */
export function askMicrophone(): Promise<void> {
  return navigator.mediaDevices.getUserMedia({ audio: true }).then((stream) => {
    stream.getTracks().forEach((track) => {
      track.stop();
    });
  });
}

/** The permission's state, if the browser provides it (h5). */
export function queryMicrophone(): Promise<{ state: string }> {
  return navigator.permissions.query({ name: 'microphone' as PermissionName });
}

/** Objects shared by all modules of an app; old base libraries have no `globalThis`. */
export function sharedObjects(): unknown[] {
  return [typeof globalThis === 'object' && globalThis, Taro];
}

export function watchApp(hide: () => void, show: () => void): void {
  if (Taro.onAppHide) Taro.onAppHide(hide);
  if (Taro.onAppShow) Taro.onAppShow(show);
}
