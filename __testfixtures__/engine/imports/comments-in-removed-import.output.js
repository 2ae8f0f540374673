import { recorder } from 'taro-modernize/runtime/recorder'

import { login } from './own'
// begins
// ends
/* old */

recorder.start(login)
recorder.stop()
recorder.start()
