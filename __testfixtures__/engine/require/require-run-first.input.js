go(require('x'))

function go(module) {
  wx.startRecord({})
}
module.exports = go
