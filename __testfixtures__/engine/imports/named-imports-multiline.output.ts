import {
  login,
  // the old recorder
  // ends it
  showToast
} from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start({})
recorder.stop()
login()
showToast({ title: '' })
