var can = wx.startRecord !== undefined

Page({
  data: { can: !!wx.startRecord },
  onLoad: function () {
    if (!wx.startRecord) {
      wx.showModal({ title: '提示', content: '当前微信版本过低' })
      return
    }
    wx.startRecord({})
  }
})
