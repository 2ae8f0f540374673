import { recorder } from 'taro-modernize/runtime/recorder'

export const begin = (recorder.supported ? recorder.start : undefined) || wx.legacyRecord
export const end = (recorder.supported ? recorder.stop : undefined) ?? (() => {})
export const either = (ready) => (ready && (recorder.supported ? recorder.start : undefined)) || fallback
;((recorder.supported ? recorder.start : undefined) || fallback)({})
recorder.supported || fallback()
;(recorder.supported ? recorder.start : undefined) ?? fallback()
export const kind = typeof (recorder.supported ? recorder.stop : undefined)
switch (typeof (recorder.supported ? recorder.start : undefined)) {
  case 'function':
    recorder.start({})
}
export const task = recorder.supported ? recorder.start({}) : undefined
export const again = (recorder.supported ? recorder.start({}) : undefined)?.then(console.log)
export const go = () => recorder.supported ? recorder.start({}) : undefined
export const View = ({ on }) => (
  <view disabled={!recorder.supported} onClick={recorder.supported ? recorder.stop : undefined}>
    {recorder.supported && <text>{recorder.supported ? 1 : 2}</text>}
    {recorder.supported ? <text onClick={() => recorder.start({})} /> : null}
  </view>
)
if (isFunction(recorder.supported ? recorder.start : undefined)) recorder.start({})
if (recorder.supported) recorder.start({})
register(recorder.start)
export const f = async () => await (recorder.supported ? recorder.start({}) : fallback())
let late
if ((late = recorder.supported ? recorder.start : undefined)) late()
export const lazy = () => late || (late = recorder.supported ? recorder.start : undefined)
export const kinds = [typeof (console.log(1), recorder.supported ? recorder.start : undefined), (on ? (recorder.supported ? recorder.start : undefined) : null) == null]
if ((console.log(2), recorder.supported)) recorder.start({})
const { startRecord, ...rest } = wx
export const left = [typeof rest.startRecord, 'startRecord' in rest, recorder.supported ? recorder.stop() : undefined]
