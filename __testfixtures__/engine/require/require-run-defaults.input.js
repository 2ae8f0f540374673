const { a = go() } = require('a')
const b = require('b')[go()]

function go() {
  wx.startRecord({})
}
module.exports = { a, b }
