setup()
const { recorder } = require('taro-modernize/runtime/recorder')
recorder.start({})

function setup() {}
