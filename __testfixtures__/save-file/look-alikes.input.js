import Taro from '@tarojs/taro'
import * as FileSystem from 'expo-file-system'
import { saveFile, getFileInfo } from '../services/files'
import { saveAs as removeSavedFile } from 'file-saver'

const fs = Taro.getFileSystemManager()
fs.saveFile({ tempFilePath: 'a' })
fs.getFileInfo({ filePath: 'a', success: console.log })
Taro.getFileSystemManager().getSavedFileList({ success: console.log })
wx.getFileSystemManager().removeSavedFile({ filePath: 'a' })

saveFile('a')
getFileInfo('a')
removeSavedFile('a')
FileSystem.getFileInfo('a')
uni.saveFile({ tempFilePath: 'a' })
my.saveFile({ apFilePath: 'a' })
my.getFileInfo({ apFilePath: 'a' })
tt.getFileInfo({ filePath: 'a' })
swan.saveFile({ tempFilePath: 'a' })
wx.cloud.getFileInfo('a')
wx.saveFileToDisk({ filePath: 'a' })
Taro.getSavedFileInfo({ filePath: 'a' })

export class Files {
  saveFile(path) {
    return this.getFileInfo(path)
  }
  getFileInfo = (path) => path
}
export const store = { saveFile() {}, getSavedFileList: () => [] }
store.saveFile()
new Files().saveFile('a')

export function upload(service, api) {
  service.saveFile('a')
  return api.getFileInfo('b')
}
