// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** Everything that files.ts takes from outside, for Taro 3 and 4. */
import {
  getFileSystemManager,
  getFileInfo as nativeInfo,
  getSavedFileList as nativeList,
  removeSavedFile as nativeRemove,
  saveFile as nativeSave,
} from '@tarojs/taro';

/** `undefined` where the platform has none. */
export function fileManager(): object | undefined {
  return getFileSystemManager && getFileSystemManager();
}

export { nativeInfo, nativeList, nativeRemove, nativeSave };
