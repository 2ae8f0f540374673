// @taro-modernize-runtime __VERSION__
/** Everything that background-audio.js takes from outside: the members of `wx`. */

export function getBackgroundAudioManager() {
  return wx.getBackgroundAudioManager();
}

// A copy has the platform's own global in the place of `wx`.
declare const wx: typeof import('@tarojs/taro');

/** An object that every module of one app shares; old base libraries have no `globalThis`. */
export function shared(): unknown {
  return typeof globalThis === 'object' ? globalThis : wx;
}
