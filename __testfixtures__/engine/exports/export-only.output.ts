import { recorder } from 'taro-modernize/runtime/recorder'

export const a = 1

recorder.start({})
