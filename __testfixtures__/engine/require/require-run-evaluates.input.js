const util = require('./util')
const x = go(require('x'))
const y = require('y')

function go(module) {
  wx.startRecord({})
  return module
}
module.exports = { util, x, y }
