'use strict'

var start = function () {
  wx.startRecord({})
}
