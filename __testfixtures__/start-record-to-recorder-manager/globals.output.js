import { View } from '@tarojs/components'
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start({})
recorder.start({})
recorder.stop({})
recorder.stop({})
recorder.start({})
recorder.start({})
recorder.start({})
recorder.stop({})
