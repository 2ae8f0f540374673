'use strict'

import { recorder } from 'taro-modernize/runtime/recorder'

var start = function () {
  recorder.start({})
}
