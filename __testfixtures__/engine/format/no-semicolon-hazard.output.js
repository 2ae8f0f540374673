const { recorder } = require('taro-modernize/runtime/recorder')
;[1].forEach(() => recorder.stop())
(function () {})
exports.a = 1
