// taro-modernize-ignore REC114 loaded by a page of its own
wx.startRecord({})
wx.stopRecord()
