// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** Everything that media.js takes from outside: the members of `wx`. */

/** The version of the base library; `undefined` below 2.20.1. */
export function baseLibrary(): string | undefined {
  return wx.getAppBaseInfo && wx.getAppBaseInfo().SDKVersion;
}

// A copy has the platform's own global in the place of `wx`.
declare const wx: typeof import('@tarojs/taro');

export function nativeImage(option: Parameters<typeof wx.chooseImage>[0]) {
  return wx.chooseImage(option);
}

export function nativeVideo(option: Parameters<typeof wx.chooseVideo>[0]) {
  return wx.chooseVideo(option);
}

/** `undefined` where the platform has none. */
export function media(): typeof wx.chooseMedia | undefined {
  return wx.chooseMedia;
}
