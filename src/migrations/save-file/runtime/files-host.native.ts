// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** Everything that files.js takes from outside: the members of `wx`. */

/** `undefined` where the platform has none. */
export function fileManager(): object | undefined {
  return wx.getFileSystemManager && wx.getFileSystemManager();
}

// A copy has the platform's own global in the place of `wx`.
declare const wx: typeof import('@tarojs/taro');

export function nativeInfo(option: Parameters<typeof wx.getFileInfo>[0]) {
  return wx.getFileInfo(option);
}

export function nativeList(option?: Parameters<typeof wx.getSavedFileList>[0]) {
  return wx.getSavedFileList(option);
}

export function nativeRemove(option: Parameters<typeof wx.removeSavedFile>[0]) {
  return wx.removeSavedFile(option);
}

export function nativeSave(option: Parameters<typeof wx.saveFile>[0]) {
  return wx.saveFile(option);
}
