import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start({})
Taro.authorize({ scope: 'scope.record' })
Taro.authorize({ scope: 'scope.camera', success: console.log })
Taro.authorize({ scope: scopeOf('camera') })
const own = { authorize() {} }
own.authorize({ scope: 'scope.camera' })
