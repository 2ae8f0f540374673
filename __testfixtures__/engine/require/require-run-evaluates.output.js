const util = require('./util')
const { recorder } = require('taro-modernize/runtime/recorder')
const x = go(require('x'))
const y = require('y')

function go(module) {
  recorder.start({})
  return module
}
module.exports = { util, x, y }
