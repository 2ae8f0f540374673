export {}
declare const wx: any
export function begin() {
  wx.config({})
  wx.startRecord()
}
