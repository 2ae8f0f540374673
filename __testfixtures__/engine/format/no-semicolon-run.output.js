const { recorder } = require('taro-modernize/runtime/recorder')

const go = () => recorder.stop()
;(function () {})()
exports.a = go
