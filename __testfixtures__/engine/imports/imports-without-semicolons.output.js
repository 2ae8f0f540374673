import { recorder } from 'taro-modernize/runtime/recorder'

import { login } from './own'
login()
;[1].forEach(recorder.start)
;[2].forEach(recorder.stop)
