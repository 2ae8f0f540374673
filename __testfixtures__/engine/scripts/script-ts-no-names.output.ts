import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start({})
