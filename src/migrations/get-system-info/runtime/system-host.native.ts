// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** The environment of system.js: members of `wx`. */

export function windowInfo() {
  return wx.getWindowInfo && wx.getWindowInfo();
}

// Copies contain the platform's global instead of `wx`.
declare const wx: {
  getSystemInfo(option?: Option): Promise<Answer>;
  getSystemInfoAsync(option?: Option): Promise<Answer>;
  getSystemInfoSync(): Info;
  // Typings for old base libraries lack these.
  getWindowInfo?(): object;
  getDeviceInfo?(): object;
  getAppBaseInfo?(): object;
  getSystemSetting?(): object;
  getAppAuthorizeSetting?(): object;
};

type Option = NonNullable<Parameters<WechatMiniprogram.Wx['getSystemInfo']>[0]>;
type Answer = Parameters<NonNullable<Option['success']>>[0] & { errMsg: string };
type Info = ReturnType<WechatMiniprogram.Wx['getSystemInfoSync']>;

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

export function nativeInfo(option?: Option) {
  return wx.getSystemInfo(option);
}

export function nativeInfoAsync(option?: Option) {
  return wx.getSystemInfoAsync(option);
}

export function nativeInfoSync() {
  return wx.getSystemInfoSync();
}
