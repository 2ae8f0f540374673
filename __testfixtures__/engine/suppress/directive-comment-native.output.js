#!/usr/bin/env node
'use strict' /* strict */ // and more
var recorder = require('taro-modernize/runtime/recorder').recorder

recorder.start({})
