import { getFileInfo, getSavedFileList as taroGetSavedFileList, saveFile as taroSaveFile } from 'taro-modernize/runtime/files'

export function saveFile(tempFilePath) {
  return taroSaveFile({ tempFilePath })
}

export default {
  methods: {
    getFileInfo(filePath) {
      getFileInfo({ filePath, success: this.show })
    },
  },
}

export const keep = (getSavedFileList) => taroGetSavedFileList({ success: getSavedFileList })
