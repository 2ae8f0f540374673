const app = getApp()

Page({
  start() {
    wx.startRecord({})
  },
})
