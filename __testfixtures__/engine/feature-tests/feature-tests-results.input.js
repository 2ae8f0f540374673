import Taro, { startRecord, stopRecord } from '@tarojs/taro'

export function begin(options) {
  return wx.startRecord && wx.startRecord(options)
}
export function both(ready) {
  if (ready) return Taro.startRecord && Taro.stopRecord && ready && go()
  if (!ready) return startRecord?.({})
  return ready && (wx.startRecord /* a */ && /* b */ ready) // c
}
export const go = () => wx.startRecord && wx.stopRecord
export const stop = async () => await wx.stopRecord?.()
export const tap = () => (wx.startRecord && go(), void wx.startRecord?.({}))
export function* all(ready) {
  yield wx.startRecord && ready
  const found = ready || (startRecord && ready && ready.found)
  const nested = ready ? wx.startRecord && ready : (wx.startRecord) && (ready, found)
  const inner = ready && wx.startRecord && ready
  return [found, nested, inner, (Taro.startRecord && ready) && found, ready || wx.stopRecord && found]
}
export function shadowed(undefined, ready) {
  if (wx.startRecord === undefined) return
  const other = wx.startRecord || ready
  const third = ready && wx.startRecord && other
  return (wx.startRecord && other) || (wx.startRecord?.({}) ?? third)
}
wx.startRecord && wx.startRecord({})
wx.startRecord?.({})
stopRecord && wx.startRecord?.({})
export const used = wx.startRecord && wx.startRecord?.({})
export const view = <view>{wx.startRecord && <text onClick={() => wx.startRecord && go()} />}</view>
export const merged = { ...(wx.startRecord && { begin }) }
