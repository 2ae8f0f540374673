const { recorder } = require('taro-modernize/runtime/recorder')

// See index.js for the rest.
Page({ start() { recorder.start({}) } })
