import Taro from '@tarojs/taro'

Taro.startRecord({})
Taro.authorize({ scope: 'scope.record' })
Taro.authorize({ scope: 'scope.camera', success: console.log })
Taro.authorize({ scope: scopeOf('camera') })
const own = { authorize() {} }
own.authorize({ scope: 'scope.camera' })
