declare const wx: any

wx.startRecord({})
