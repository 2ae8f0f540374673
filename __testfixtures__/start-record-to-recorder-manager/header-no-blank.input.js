/* eslint-disable */
wx.stopRecord()
