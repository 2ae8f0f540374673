import { login } from './own'
// begins
// ends
/* old */
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start(login)
recorder.stop()
recorder.start()
