export function start() {
  wx.startRecord({ cancel() {} })
  wx.stopRecord()
}
