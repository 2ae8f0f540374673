const { chooseImage, chooseVideo } = require('taro-modernize/runtime/media')

Page({
  chooseImage() {
    const that = this
    chooseImage({
      count: 3,
      success(res) {
        that.setData({ images: that.data.images.concat(res.tempFilePaths), sizes: res.tempFiles.map((f) => f.size) })
      },
    })
  },
  chooseVideo: chooseVideo,
})
