import { recorder } from 'taro-modernize/runtime/recorder'

const { start: startRecord } = recorder, stop = recorder.supported ? recorder.stop : () => {}
if (recorder.supported) startRecord({})
else console.log('no recorder')
if (recorder.supported && stop) stop()
recorder.supported && startRecord({})
export const begin = (recorder.supported ? recorder.start : undefined) || console.log

const f = recorder.start
if (recorder.supported) f()
else console.log('no recorder')
export function early() {
  if (!recorder.supported) return
  f({})
}
export const text = () => (recorder.supported ? 'yes' : 'no')
