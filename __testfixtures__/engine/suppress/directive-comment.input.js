'use strict' // strict

// What it does.
wx.startRecord({})
