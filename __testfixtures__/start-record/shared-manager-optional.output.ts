import { getRecorderManager, recorder } from 'taro-modernize/runtime/recorder'

const manager = getRecorderManager?.()
export const make = getRecorderManager || (() => manager)
manager?.start({})
recorder.start({})
