import Taro from '@tarojs/taro'
import { getFileInfo, getSavedFileList, removeSavedFile, saveFile } from 'taro-modernize/runtime/files'

/** Keeps what was recorded. */
export async function keep(tempFilePath: string): Promise<string> {
  const info = await getFileInfo({ filePath: tempFilePath, digestAlgorithm: 'sha1' })
  if ('size' in info && info.size > 10 * 1024 * 1024) throw new Error('too large')
  const saved = await saveFile({ tempFilePath })
  return (saved as Taro.saveFile.SuccessCallbackResult).savedFilePath
}

export function clear(done: () => void) {
  getSavedFileList({
    success: ({ fileList }) => {
      for (const { filePath } of fileList) removeSavedFile({ filePath })
    },
    fail: ({ errMsg }) => console.error(errMsg === 'getSavedFileList:fail'),
    complete: done,
  })
}

export const canRead = Taro.canIUse('getFileSystemManager')
export const sizes = (paths: string[]) =>
  Promise.all(paths.map((filePath) => getFileInfo({ filePath }).then((info) => ('digest' in info ? info.digest : info.errMsg))))
export const listAll = getSavedFileList
