import { login, showToast } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

export { /* x */ login }
export const startRecord = recorder.start
export { showToast /* , */ }
export const end = recorder.stop
/* } */ export const begin = recorder.start // begins
// starts
// at once
export const start = recorder.start
// halts
// nothing else
export const halt = recorder.stop
export { /* y */ /* z */ hideToast /* kept */ } from '@tarojs/taro'
export const stop = recorder.stop
