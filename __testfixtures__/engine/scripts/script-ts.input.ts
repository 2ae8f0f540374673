declare const wx: any

function start() {
  wx.startRecord({})
}
