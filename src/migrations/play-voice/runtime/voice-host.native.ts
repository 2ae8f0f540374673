// @taro-modernize-runtime __VERSION__
/** The environment of voice.js: members of `wx`. */

export function createInnerAudioContext() {
  return wx.createInnerAudioContext();
}

// Copies contain the platform's global instead of `wx`.
declare const wx: WechatMiniprogram.Wx;

export function playVoice(option: Parameters<typeof wx.playVoice>[0]) {
  return wx.playVoice(option);
}

export function pauseVoice(option?: Parameters<typeof wx.pauseVoice>[0]) {
  return wx.pauseVoice(option);
}

export function stopVoice(option?: Parameters<typeof wx.stopVoice>[0]) {
  return wx.stopVoice(option);
}

/** Objects shared by all modules of an app; old base libraries have no `globalThis`. */
export function sharedObjects(): unknown[] {
  return [typeof globalThis === 'object' && globalThis, wx];
}

export function watchApp(hide: () => void): void {
  if (wx.onAppHide) wx.onAppHide(hide);
}
