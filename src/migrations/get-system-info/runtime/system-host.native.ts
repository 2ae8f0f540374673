// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** The environment of system.js: members of `wx`. */

export function windowInfo() {
  return wx.getWindowInfo && wx.getWindowInfo();
}

// Copies contain the platform's global instead of `wx`.
declare const wx: typeof import('@tarojs/taro');

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

/** Only in Taro. */
export function nativeCanIUseWebp() {
  return false;
}

export function nativeInfo(option?: Parameters<typeof wx.getSystemInfo>[0]) {
  return wx.getSystemInfo(option);
}

export function nativeInfoAsync(option?: Parameters<typeof wx.getSystemInfoAsync>[0]) {
  return wx.getSystemInfoAsync(option);
}

export function nativeInfoSync() {
  return wx.getSystemInfoSync();
}
