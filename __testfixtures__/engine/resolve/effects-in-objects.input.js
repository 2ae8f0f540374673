import Taro from '@tarojs/taro'

let t
;(t = Taro).startRecord({})
;(log(), Taro).startRecord({})
;(other() ? Taro : wx).startRecord({})
;(t ||= wx).stopRecord()
;(delete o.a, Taro).stopRecord()
const { startRecord } = t = Taro
const { stopRecord: stop, login } = (log(), Taro)
export const passed = run((t = Taro).startRecord)
export const begin = (log(), Taro).startRecord || login

;(0, Taro).startRecord({})
;(weapp ? Taro : wx).startRecord({})
;((Taro)).stopRecord()
startRecord(stop)
