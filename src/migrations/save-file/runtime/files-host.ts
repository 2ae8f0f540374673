// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** The environment of files.ts for Taro 3 and 4. */
import {
  getFileSystemManager,
  getFileInfo as nativeInfo,
  getSavedFileList as nativeList,
  removeSavedFile as nativeRemove,
  saveFile as nativeSave,
} from '@tarojs/taro';

/** `undefined` if the platform does not support it. */
export function fileManager(): object | undefined {
  return getFileSystemManager && getFileSystemManager();
}

export { nativeInfo, nativeList, nativeRemove, nativeSave };
