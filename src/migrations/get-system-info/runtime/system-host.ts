// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** Everything that system.ts takes from outside, for Taro 3 and 4. What the platform lacks is `undefined`. */
import {
  getAppAuthorizeSetting as nativeAppAuthorizeSetting,
  getAppBaseInfo as nativeAppBaseInfo,
  getDeviceInfo as nativeDeviceInfo,
  getSystemInfo as nativeInfo,
  getSystemInfoAsync as nativeInfoAsync,
  getSystemInfoSync as nativeInfoSync,
  getSystemSetting as nativeSystemSetting,
  getWindowInfo as nativeWindowInfo,
} from '@tarojs/taro';

export function windowInfo(): object | undefined {
  return nativeWindowInfo && nativeWindowInfo();
}

export function deviceInfo(): object | undefined {
  return nativeDeviceInfo && nativeDeviceInfo();
}

export function appBaseInfo(): object | undefined {
  return nativeAppBaseInfo && nativeAppBaseInfo();
}

export function systemSetting(): object | undefined {
  return nativeSystemSetting && nativeSystemSetting();
}

export function appAuthorizeSetting(): object | undefined {
  return nativeAppAuthorizeSetting && nativeAppAuthorizeSetting();
}

export { nativeInfo, nativeInfoAsync, nativeInfoSync };
