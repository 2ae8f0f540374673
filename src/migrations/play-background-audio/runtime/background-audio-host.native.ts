// @taro-modernize-runtime __VERSION__
/** The environment of background-audio.js: members of `wx`. */

export function nativeManager() {
  return wx.getBackgroundAudioManager();
}

// Copies contain the platform's global instead of `wx`.
declare const wx: WechatMiniprogram.Wx;

/** An object shared by all modules of an app; old base libraries have no `globalThis`. */
export function shared(): unknown {
  return typeof globalThis === 'object' ? globalThis : wx;
}
