import { recorder } from 'taro-modernize/runtime/recorder'

if (recorder.supported) recorder.start({})
else console.log('no recorder')
if (recorder.supported) recorder.stop()
const can = recorder.supported
recorder.supported && recorder.start({})
wx.getRecorderManager ? wx.getRecorderManager().start({}) : recorder.start({})
recorder.supported ? recorder.start({}) : wx.getRecorderManager().start({})

export function early(option) {
  if (!recorder.supported) return wx.showModal({ content: '请升级微信' })
  recorder.start(option)
}
export function all(ready) {
  if (ready && recorder.supported) recorder.stop()
  if (!ready || !recorder.supported) return
  while (ready && recorder.supported) ready = recorder.start({})
  for (; recorder.supported; ) recorder.start({})
  do recorder.stop()
  while (recorder.supported)
}
export const compared = [
  !recorder.supported,
  !recorder.supported,
  recorder.supported,
  recorder.supported,
  !recorder.supported,
  recorder.supported,
  !recorder.supported,
  recorder.supported,
  recorder.supported,
  recorder.supported,
  !recorder.supported,
  recorder.supported,
  !recorder.supported,
  !recorder.supported,
  recorder.supported,
]
export const chain = recorder.supported /* the host */ /* old */ // why
export default can
