require('./polyfills')
var recorder = require('taro-modernize/runtime/recorder').recorder

recorder.start({})
recorder.stop()
