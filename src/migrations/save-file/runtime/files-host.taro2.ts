// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** The environment of files.ts for Taro 1 and 2, which only have a default export. */
import Taro from '@tarojs/taro';

/** `undefined` if the platform does not support it. */
export function fileManager(): object | undefined {
  return Taro.getFileSystemManager && Taro.getFileSystemManager();
}

export function nativeInfo(option: Parameters<typeof Taro.getFileInfo>[0]) {
  return Taro.getFileInfo(option);
}

export function nativeList(option?: Parameters<typeof Taro.getSavedFileList>[0]) {
  return Taro.getSavedFileList(option);
}

export function nativeRemove(option: Parameters<typeof Taro.removeSavedFile>[0]) {
  return Taro.removeSavedFile(option);
}

export function nativeSave(option: Parameters<typeof Taro.saveFile>[0]) {
  return Taro.saveFile(option);
}
