'use strict' // strict

import { recorder } from 'taro-modernize/runtime/recorder'

// What it does.
recorder.start({})
