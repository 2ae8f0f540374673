const { getFileInfo, saveFile: taroSaveFile } = require('taro-modernize/runtime/files')

Page({
  onSave() {
    const saveFile = taroSaveFile
    saveFile({
      tempFilePath: this.data.path,
      success: ({ savedFilePath }) => this.setData({ savedFilePath }),
      fail: ({ errMsg }) => wx.showToast({ title: errMsg }),
    })
  },
  onSize() {
    getFileInfo({ filePath: this.data.path, success: (res) => this.setData({ size: res.size, md5: res.digest }) })
  },
  onShow() {
    if (wx.getFileInfo) this.onSize()
  },
  canSave: () => wx.canIUse('getFileSystemManager') && wx.canIUse('getSavedFileList.success.fileList'),
})
