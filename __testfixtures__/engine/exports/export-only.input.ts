export const a = 1

wx.startRecord({})
