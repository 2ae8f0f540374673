import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

// WeChat's example.
wx.getSetting({
  success(res) {
    if (!res.authSetting['scope.record']) {
      wx.authorize({
        scope: 'scope.record',
        success() {
          recorder.start()
        },
      })
    }
  },
})

export async function awaited() {
  const { authSetting } = await Taro.getSetting()
  if (authSetting['scope.record'] !== true) {
    await Taro.authorize({ scope: 'scope.record' })
    recorder.start({ success: (res) => console.log(res) })
  }
}

export const page = {
  record() {
    const that = this
    Taro.getSetting().then(({ authSetting }) => {
      if (authSetting['scope.record']) {
        console.log('granted')
      } else {
        Taro.authorize({ scope: 'scope.record' }).then(() => that.begin())
      }
    })
  },
  begin() {
    recorder.start({
      success: ({ tempFilePath }) => console.log(tempFilePath),
      fail: console.error,
    })
  },
}

export function undefinedOnly(done) {
  Taro.getSetting({
    success: ({ authSetting }) => {
      if (authSetting['scope.record'] === undefined)
        Taro.authorize({ scope: 'scope.record', success: () => recorder.start(done) })
    },
  })
}

export function again() {
  Taro.getSetting().then(({ authSetting }) => {
    if (!authSetting['scope.record'])
      Taro.authorize({ scope: 'scope.record' }).then(() => recorder.start({}))
    else again()
  })
}

export function toast() {
  Taro.getSetting().then(({ authSetting }) => {
    if (!authSetting['scope.record'])
      Taro.authorize({ scope: 'scope.record', success: () => recorder.start({}) })
    else Taro.showToast({ title: 'granted', success: () => {} })
  })
}
