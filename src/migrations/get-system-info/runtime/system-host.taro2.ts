// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** The environment of system.js for Taro 1 and 2, which only have a default export. */
import Taro from '@tarojs/taro';

// Only called on WeChat, and Taro 1 and 2 do not have these functions.
export function windowInfo() {
  return wx.getWindowInfo && wx.getWindowInfo();
}

export function deviceInfo() {
  return wx.getDeviceInfo && wx.getDeviceInfo();
}

export function appBaseInfo() {
  return wx.getAppBaseInfo && wx.getAppBaseInfo();
}

export function systemSetting() {
  return wx.getSystemSetting && wx.getSystemSetting();
}

export function appAuthorizeSetting() {
  return wx.getAppAuthorizeSetting && wx.getAppAuthorizeSetting();
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

declare const wx: Pick<
  typeof Taro,
  'getWindowInfo' | 'getDeviceInfo' | 'getAppBaseInfo' | 'getSystemSetting' | 'getAppAuthorizeSetting'
>;
