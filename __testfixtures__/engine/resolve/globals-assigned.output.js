import { recorder } from 'taro-modernize/runtime/recorder'

import { promisified } from './promisified'

wx = promisified(wx)
;[tt] = [promisified(tt)]
wx.startRecord({})
tt.startRecord({})
recorder.start({})
