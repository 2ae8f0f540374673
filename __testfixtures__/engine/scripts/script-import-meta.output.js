import { recorder } from 'taro-modernize/runtime/recorder'

import.meta.webpackHot
recorder.start({})
