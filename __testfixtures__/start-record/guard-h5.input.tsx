import Taro, { authorize } from '@tarojs/taro'

export function start() {
  Taro.getSetting({
    success(res) {
      if (!res.authSetting['scope.record']) {
        Taro.authorize({ scope: 'scope.record', success: () => Taro.startRecord({}) })
        authorize({ scope: 'scope.userLocation' })
      } else {
        Taro.startRecord({})
      }
    },
  })
}
