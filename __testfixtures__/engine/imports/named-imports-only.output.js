// The licence of this file.

import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start({})
recorder.stop()
