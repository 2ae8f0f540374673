import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

const noop = () => {}
const startRecord = recorder.supported ? recorder.start : noop
const { stop: end } = recorder, begin = recorder.supported ? recorder.start : () => console.log('no recorder')
const { login } = wx, stopRecord = recorder.supported ? recorder.stop : legacy(), first = recorder.supported ? recorder.start : login
let own = recorder.supported ? recorder.start : (console.log(1), noop)
var { login: signIn = noop } = wx, late = recorder.supported ? recorder.start : signIn, stop = recorder.supported ? recorder.stop : late, count = 0
export const { /* c */ showToast } = Taro, exported /* a */ = recorder.supported ? recorder.start : /* b */ noop
export const lone = recorder.supported ? recorder.stop : undefined
const // begins
// for old hosts
one = recorder.supported ? recorder.start : function () {
    return wx.login // inner
  }, two = recorder.supported ? recorder.stop : noop
const { startRecord: _startRecord, ...rest } = wx, kept = recorder.supported ? recorder.start : noop

if (startRecord) startRecord({})
startRecord?.({})
begin({}).then(end)
stopRecord()
export const go = own || first
export const all = [typeof late, stop, count, lone, one, two, kept, rest, showToast]
