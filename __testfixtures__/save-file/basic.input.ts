import Taro, { getFileInfo } from '@tarojs/taro'

/** Keeps what was recorded. */
export async function keep(tempFilePath: string): Promise<string> {
  const info = await getFileInfo({ filePath: tempFilePath, digestAlgorithm: 'sha1' })
  if ('size' in info && info.size > 10 * 1024 * 1024) throw new Error('too large')
  const saved = await Taro.saveFile({ tempFilePath })
  return (saved as Taro.saveFile.SuccessCallbackResult).savedFilePath
}

export function clear(done: () => void) {
  Taro.getSavedFileList({
    success: ({ fileList }) => {
      for (const { filePath } of fileList) Taro.removeSavedFile({ filePath })
    },
    fail: ({ errMsg }) => console.error(errMsg === 'getSavedFileList:fail'),
    complete: done,
  })
}

export const canRead = Taro.canIUse('getFileInfo')
export const sizes = (paths: string[]) =>
  Promise.all(paths.map((filePath) => Taro.getFileInfo({ filePath }).then((info) => ('digest' in info ? info.digest : info.errMsg))))
export const listAll = Taro.getSavedFileList
