import recorderRuntime = require('taro-modernize/runtime/recorder')

const { getRecorderManager } = recorderRuntime
getRecorderManager().start({})
recorderRuntime.recorder.start({})
