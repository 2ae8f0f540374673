#!/usr/bin/env node
'use strict'

const a = 1
module.exports = () => wx.startRecord({ a })