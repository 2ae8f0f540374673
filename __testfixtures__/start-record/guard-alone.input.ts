import Taro from '@tarojs/taro'

Taro.authorize({ scope: 'scope.record' })
Taro.createCameraContext().startRecord({})
