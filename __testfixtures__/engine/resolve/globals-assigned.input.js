import { promisified } from './promisified'

wx = promisified(wx)
;[tt] = [promisified(tt)]
wx.startRecord({})
tt.startRecord({})
qq.startRecord({})
