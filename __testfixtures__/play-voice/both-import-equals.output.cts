import recorderRuntime = require('taro-modernize/runtime/recorder')
import voiceRuntime = require('taro-modernize/runtime/voice')

recorderRuntime.recorder.start()
voiceRuntime.voice.play({ filePath: 'a' })
