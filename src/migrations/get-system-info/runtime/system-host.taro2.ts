// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** The environment of system.ts for Taro 1 and 2, which only have a default export. */
import Taro from '@tarojs/taro';

export function windowInfo() {
  return Taro.getWindowInfo && Taro.getWindowInfo();
}

export function deviceInfo() {
  return Taro.getDeviceInfo && Taro.getDeviceInfo();
}

export function appBaseInfo() {
  return Taro.getAppBaseInfo && Taro.getAppBaseInfo();
}

export function systemSetting() {
  return Taro.getSystemSetting && Taro.getSystemSetting();
}

export function appAuthorizeSetting() {
  return Taro.getAppAuthorizeSetting && Taro.getAppAuthorizeSetting();
}

export function nativeCanIUseWebp() {
  return Taro.canIUseWebp();
}

export function nativeInfo(option?: Parameters<typeof Taro.getSystemInfo>[0]) {
  return Taro.getSystemInfo(option);
}

export function nativeInfoAsync(option?: Parameters<typeof Taro.getSystemInfoAsync>[0]) {
  return Taro.getSystemInfoAsync(option);
}

export function nativeInfoSync() {
  return Taro.getSystemInfoSync();
}
