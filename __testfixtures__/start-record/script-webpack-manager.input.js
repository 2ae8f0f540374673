const app = getApp()
app.manager = wx.getRecorderManager()
wx.startRecord({})
