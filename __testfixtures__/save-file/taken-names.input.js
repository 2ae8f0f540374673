import Taro from '@tarojs/taro'

export function saveFile(tempFilePath) {
  return Taro.saveFile({ tempFilePath })
}

export default {
  methods: {
    getFileInfo(filePath) {
      Taro.getFileInfo({ filePath, success: this.show })
    },
  },
}

export const keep = (getSavedFileList) => Taro.getSavedFileList({ success: getSavedFileList })
