import.meta.webpackHot
wx.startRecord({})
