/*! Licence */

/** Documented. */
export function f() {
  wx.stopRecord()
}
