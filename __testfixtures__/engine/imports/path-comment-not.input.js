// See index.js for the rest.
Page({ start() { wx.startRecord({}) } })
