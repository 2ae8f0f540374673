import { login } from './own'
import { recorder } from 'taro-modernize/runtime/recorder'
login()
;[1].forEach(recorder.start)
;[2].forEach(recorder.stop)
