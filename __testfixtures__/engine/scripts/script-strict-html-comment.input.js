'use strict'
<!-- not in a module
wx.startRecord({})
