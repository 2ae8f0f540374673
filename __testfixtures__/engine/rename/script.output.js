// Names that other files may use, in sloppy mode: no import is needed.
function ask() {
  wx.getSystemInfo({})
}
