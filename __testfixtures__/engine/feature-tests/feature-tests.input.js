import Taro, { startRecord, stopRecord as halt } from '@tarojs/taro'

if (Taro.startRecord) Taro.startRecord({})
else console.log('no recorder')
if ('startRecord' in Taro) Taro.stopRecord()
const can = typeof wx.startRecord === 'function' && !!wx.stopRecord
wx.startRecord && wx.startRecord({})
wx.getRecorderManager ? wx.getRecorderManager().start({}) : wx.startRecord({})
wx.startRecord ? wx.startRecord({}) : wx.getRecorderManager().start({})

export function early(option) {
  if (!wx.startRecord) return wx.showModal({ content: '请升级微信' })
  wx.startRecord(option)
}
export function all(ready) {
  if (ready && Taro.startRecord && typeof Taro.stopRecord !== 'undefined') Taro.stopRecord()
  if (!ready || !Taro.startRecord) return
  while (ready && Taro.startRecord) ready = Taro.startRecord({})
  for (; startRecord; ) startRecord({})
  do halt()
  while (halt)
}
export const compared = [
  typeof wx.startRecord !== 'function',
  typeof wx.startRecord == "undefined",
  'function' === typeof Taro?.startRecord,
  `undefined` != typeof (wx.startRecord),
  wx.startRecord == null,
  wx.startRecord !== undefined,
  void 0 === wx.startRecord,
  null != startRecord,
  !(typeof wx.startRecord === 'undefined'),
  !!wx.startRecord,
  !!!(wx.startRecord),
  Boolean(wx.startRecord),
  !Boolean(startRecord),
  !('startRecord' in wx),
  !!(typeof wx.startRecord === 'function'),
]
export const chain = wx /* the host */ . /* old */ startRecord != null // why
export default can
