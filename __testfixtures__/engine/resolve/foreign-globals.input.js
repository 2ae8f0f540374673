plus.audio.getRecorder().startRecord()
cordova.plugins.recorder.startRecord()
