export function stop() {
  wx.stopRecord({ success: (res) => upload(res.localId) })
}
