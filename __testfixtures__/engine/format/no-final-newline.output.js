const { recorder } = require('taro-modernize/runtime/recorder')

exports.stop = function () {
	recorder.stop()
}