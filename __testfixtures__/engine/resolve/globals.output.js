import { View } from '@tarojs/components'
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start({})
recorder.start({})
my.stopRecord({})
recorder.stop({})
recorder.start({})
recorder.start({})
dd.startRecord({})
recorder.stop({})
