const { recorder } = require('taro-modernize/runtime/recorder')

const { a = go() } = require('a')
const b = require('b')[go()]

function go() {
  recorder.start({})
}
module.exports = { a, b }
