Page({
  onSave() {
    const { saveFile } = wx
    saveFile({
      tempFilePath: this.data.path,
      success: ({ savedFilePath }) => this.setData({ savedFilePath }),
      fail: ({ errMsg }) => wx.showToast({ title: errMsg }),
    })
  },
  onSize() {
    wx.getFileInfo({ filePath: this.data.path, success: (res) => this.setData({ size: res.size, md5: res.digest }) })
  },
  onShow() {
    if (wx.getFileInfo) this.onSize()
  },
  canSave: () => wx.canIUse('saveFile') && wx.canIUse('getSavedFileList.success.fileList'),
})
