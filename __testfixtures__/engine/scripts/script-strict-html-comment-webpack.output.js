'use strict'
var recorder = require('taro-modernize/runtime/recorder').recorder

<!-- not in a module
recorder.start({})
