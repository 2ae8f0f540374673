import Taro from '@tarojs/taro'
import { getFileInfo, getSavedFileList, removeSavedFile, saveFile } from 'taro-modernize/runtime/files'

/** Keeps what was recorded. */
export async function keep(tempFilePath: string): Promise<string> {
  const { size } = await getFileInfo({ filePath: tempFilePath, digestAlgorithm: 'sha1' })
  if (size > 10 * 1024 * 1024) throw new Error('too large')
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
  Promise.all(paths.map((filePath) => getFileInfo({ filePath }).then(({ size, digest }) => [size, digest])))
export const listAll = getSavedFileList
if (Taro.saveFile) console.log('can save')
