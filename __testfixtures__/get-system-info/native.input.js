const { windowHeight, platform } = wx.getSystemInfoSync()
const { system } = wx.getSystemInfoSync(), app = getApp()

Page({
  data: { info: wx.getSystemInfoSync(), windowHeight, platform, system, app },
  onLoad() {
    wx.getSystemInfo({ success: (res) => this.setData({ width: res.windowWidth }) })
  },
})
