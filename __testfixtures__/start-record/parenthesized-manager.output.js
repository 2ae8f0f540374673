import { getRecorderManager, recorder } from 'taro-modernize/runtime/recorder'

const a = getRecorderManager /* c */()
const b = () => {
  return getRecorderManager /* c */()
}
const c = () => {
  return getRecorderManager /* d */()
}
const d = () => {
  return getRecorderManager()
}
recorder.start({})
