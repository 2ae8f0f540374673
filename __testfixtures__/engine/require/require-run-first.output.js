var recorder = require('taro-modernize/runtime/recorder').recorder

go(require('x'))

function go(module) {
  recorder.start({})
}
module.exports = go
