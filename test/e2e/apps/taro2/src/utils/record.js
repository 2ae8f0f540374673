import Taro from '@tarojs/taro'

/** 录一段，返回文件 */
export async function record (seconds) {
  setTimeout(() => Taro.stopRecord(), seconds * 1000)
  const { tempFilePath } = await Taro.startRecord()
  return tempFilePath
}
