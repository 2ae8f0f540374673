import Taro from '@tarojs/taro'

const { startRecord, stopRecord: stop = () => {} } = Taro
if (startRecord) startRecord({})
else console.log('no recorder')
if (typeof startRecord === 'function' && stop) stop()
startRecord?.({})
export const begin = startRecord || console.log

const f = wx.startRecord
if (f) f()
else console.log('no recorder')
export function early() {
  if (!f) return
  f({})
}
const flag = wx.stopRecord
export const text = () => (flag ? 'yes' : 'no')
