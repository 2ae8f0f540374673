var getRecorderManager = require('taro-modernize/runtime/recorder').getRecorderManager
var recorder = require('taro-modernize/runtime/recorder').recorder

const app = getApp()
app.manager = getRecorderManager()
recorder.start({})
