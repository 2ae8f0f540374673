import { authorize } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

export function start() {
  recorder.getSetting({
    success(res) {
      if (!res.authSetting['scope.record']) {
        recorder.authorize({ scope: 'scope.record', success: () => recorder.start({}) })
        authorize({ scope: 'scope.userLocation' })
      } else {
        recorder.start({})
      }
    },
  })
}
