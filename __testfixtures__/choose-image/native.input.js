Page({
  chooseImage() {
    const that = this
    wx.chooseImage({
      count: 3,
      success(res) {
        that.setData({ images: that.data.images.concat(res.tempFilePaths), sizes: res.tempFiles.map((f) => f.size) })
      },
    })
  },
  chooseVideo: wx.chooseVideo,
})
