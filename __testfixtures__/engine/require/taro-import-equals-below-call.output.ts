import setup = require('./setup')

setup()
import recorderRuntime = require('taro-modernize/runtime/recorder')

export = () => recorderRuntime.recorder.start({})
