import { recorder } from 'taro-modernize/runtime/recorder'

export function begin(options) {
  return recorder.supported ? recorder.start(options) : undefined
}
export function both(ready) {
  if (ready) return recorder.supported ? ready && go() : undefined
  if (!ready) return recorder.supported ? recorder.start({}) : undefined
  return ready && (recorder.supported /* a */ ? /* b */ ready : undefined) // c
}
export const go = () => recorder.supported ? recorder.stop : undefined
export const stop = async () => await (recorder.supported ? recorder.stop() : undefined)
export const tap = () => (recorder.supported && go(), void (recorder.supported && recorder.start({})))
export function* all(ready) {
  yield (recorder.supported ? ready : undefined)
  const found = ready || (recorder.supported ? ready && ready.found : undefined)
  const nested = ready ? (recorder.supported ? ready : undefined) : ((recorder.supported) ? (ready, found) : undefined)
  const inner = ready && (recorder.supported || undefined) && ready
  return [found, nested, inner, (recorder.supported ? ready : undefined) && found, ready || (recorder.supported ? found : undefined)]
}
export function shadowed(undefined, ready) {
  if (wx.startRecord === undefined) return
  const other = (recorder.supported ? recorder.start : void 0) || ready
  const third = ready && (recorder.supported || void 0) && other
  return (recorder.supported && other) || ((recorder.supported ? recorder.start({}) : void 0) ?? third)
}
recorder.supported && recorder.start({})
recorder.supported && recorder.start({})
recorder.supported && recorder.start({})
export const used = recorder.supported ? recorder.start({}) : undefined
export const view = <view>{recorder.supported && <text onClick={() => recorder.supported ? go() : undefined} />}</view>
export const merged = { ...(recorder.supported && { begin }) }
