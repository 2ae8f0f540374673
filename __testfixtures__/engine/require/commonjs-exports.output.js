var recorder = require('taro-modernize/runtime/recorder').recorder

function stopRecord() {}
exports.stopRecord = stopRecord
module.exports.startRecord = function () {
  recorder.start({})
}
