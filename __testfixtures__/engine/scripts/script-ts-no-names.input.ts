wx.startRecord({})
