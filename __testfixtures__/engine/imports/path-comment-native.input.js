// pages/index/index.js
const app = getApp()

Page({ start() { wx.startRecord({}) } })
