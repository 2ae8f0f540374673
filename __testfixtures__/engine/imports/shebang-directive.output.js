#!/usr/bin/env node
'use strict'

const { recorder } = require('taro-modernize/runtime/recorder')

const a = 1
module.exports = () => recorder.start({ a })