import { recorder } from 'taro-modernize/runtime/recorder'

const startRecord = recorder.start
export { startRecord as Foo }
const stopRecord = recorder.stop
export { stopRecord as inner }
export { login as else } from '@tarojs/taro'
const taroStopRecord = recorder.stop
export { taroStopRecord as if }

interface Foo {}
export function f(inner: Foo) {
  return inner
}
