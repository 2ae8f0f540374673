import Taro, { authorize } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

export function start() {
  Taro.getSetting({
    success(res) {
      if (!res.authSetting['scope.record']) {
        Taro.authorize({ scope: 'scope.record', success: () => recorder.start({}) })
        authorize({ scope: 'scope.userLocation' })
      } else {
        recorder.start({})
      }
    },
  })
}
