var recorder = require('taro-modernize/runtime/recorder').recorder

recorder.start({})
