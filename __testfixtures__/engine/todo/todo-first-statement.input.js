foo().startRecord()
wx.startRecord()
