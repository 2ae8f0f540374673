#!/usr/bin/env node
'use strict' /* strict */ // and more
wx.startRecord({})
