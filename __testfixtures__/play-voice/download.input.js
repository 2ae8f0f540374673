Page({
  listen(url) {
    wx.downloadFile({
      url,
      success: (res) => {
        wx.playVoice({
          filePath: res.tempFilePath,
          fail: ({ errMsg }) => this.setData({ errMsg }),
        })
      },
    })
  },
})
