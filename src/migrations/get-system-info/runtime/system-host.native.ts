// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** Everything that system.js takes from outside: the members of `wx`. */

export function windowInfo() {
  return wx.getWindowInfo && wx.getWindowInfo();
}

// A copy has the platform's own global in the place of `wx`.
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

/** Taro alone has it. */
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
