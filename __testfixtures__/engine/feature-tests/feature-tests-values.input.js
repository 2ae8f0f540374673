import Taro, { stopRecord } from '@tarojs/taro'

export const begin = wx.startRecord || wx.legacyRecord
export const end = Taro.stopRecord ?? (() => {})
export const either = (ready) => (ready && Taro.startRecord) || fallback
;(wx.startRecord || fallback)({})
wx.startRecord || fallback()
wx.startRecord ?? fallback()
export const kind = typeof stopRecord
switch (typeof wx.startRecord) {
  case 'function':
    wx.startRecord({})
}
export const task = wx.startRecord && wx.startRecord({})
export const again = (wx.startRecord && wx.startRecord({}))?.then(console.log)
export const go = () => wx.startRecord && wx.startRecord({})
export const View = ({ on }) => (
  <view disabled={!wx.startRecord} onClick={wx.startRecord && Taro.stopRecord}>
    {wx.startRecord && <text>{wx.startRecord ? 1 : 2}</text>}
    {wx.startRecord ? <text onClick={() => Taro.startRecord({})} /> : null}
  </view>
)
if (isFunction(wx.startRecord)) wx.startRecord({})
if (wx.startRecord instanceof Function) wx.startRecord({})
register(wx.startRecord)
export const f = async () => await (wx.startRecord ? wx.startRecord({}) : fallback())
let late
if ((late = wx.startRecord)) late()
export const lazy = () => late || (late = wx.startRecord)
export const kinds = [typeof (console.log(1), wx.startRecord), (on ? wx.startRecord : null) == null]
if ((console.log(2), wx.startRecord)) wx.startRecord({})
const { startRecord, ...rest } = wx
export const left = [typeof rest.startRecord, 'startRecord' in rest, rest.stopRecord && rest.stopRecord()]
