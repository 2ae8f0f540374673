// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** The environment of files.js: members of `wx`. */

/** `undefined` if the platform does not support it. */
export function fileManager(): object | undefined {
  return wx.getFileSystemManager && wx.getFileSystemManager();
}

// Copies contain the platform's global instead of `wx`.
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
