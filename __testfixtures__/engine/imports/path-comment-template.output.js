//index.js
const { recorder } = require('taro-modernize/runtime/recorder')

//获取应用实例
const app = getApp()
Page({ start() { recorder.start({}) } })
