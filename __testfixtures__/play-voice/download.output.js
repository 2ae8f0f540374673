import { voice } from 'taro-modernize/runtime/voice'

Page({
  listen(url) {
    wx.downloadFile({
      url,
      success: (res) => {
        voice.play({
          filePath: res.tempFilePath,
          fail: ({ errMsg }) => this.setData({ errMsg }),
        })
      },
    })
  },
})
