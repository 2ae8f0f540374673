'use\x20strict'
wx.startRecord({})
