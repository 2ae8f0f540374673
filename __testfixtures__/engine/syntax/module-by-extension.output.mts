import { recorder } from 'taro-modernize/runtime/recorder'

declare const wx: any

recorder.start({})
