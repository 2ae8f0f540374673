// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** The environment of media.js: members of `wx`. */

/** Version of the base library; `undefined` before 2.20.1. */
export function baseLibrary(): string | undefined {
  return wx.getAppBaseInfo && wx.getAppBaseInfo().SDKVersion;
}

// Copies contain the platform's global instead of `wx`.
declare const wx: typeof import('@tarojs/taro');

export function nativeImage(option: Parameters<typeof wx.chooseImage>[0]) {
  return wx.chooseImage(option);
}

export function nativeVideo(option: Parameters<typeof wx.chooseVideo>[0]) {
  return wx.chooseVideo(option);
}

/** `undefined` if the platform does not support it. */
export function media(): typeof wx.chooseMedia | undefined {
  return wx.chooseMedia;
}
