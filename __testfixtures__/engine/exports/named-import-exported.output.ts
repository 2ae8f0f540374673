import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start({})
recorder.stop({})

export const startRecord = recorder.start
