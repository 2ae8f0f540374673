import Taro from '@tarojs/taro'

const noop = () => {}
const { startRecord = noop } = wx
const { startRecord: begin = () => console.log('no recorder'), stopRecord: end } = Taro
const { login, stopRecord = legacy(), startRecord: first = login } = wx
let { startRecord: own = (console.log(1), noop) } = Taro
var { login: signIn = noop, startRecord: late = signIn, stopRecord: stop = late } = wx, count = 0
export const { startRecord: exported /* a */ = /* b */ noop /* c */, showToast } = Taro
export const { stopRecord: lone = undefined } = Taro
const {
  // begins
  startRecord: one = function () {
    return wx.login // inner
  }, // for old hosts
  ['stopRecord']: two = noop,
} = wx
const { startRecord: kept = noop, ...rest } = wx

if (startRecord) startRecord({})
startRecord?.({})
begin({}).then(end)
stopRecord()
export const go = own || first
export const all = [typeof late, stop, count, lone, one, two, kept, rest, showToast]
