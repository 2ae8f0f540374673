import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start({})
export const startRecord = recorder.start
export const halt = recorder.stop
