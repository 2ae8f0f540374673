/**
 * components/mic/mic.js
 */
Page({ start() { wx.startRecord({}) } })
