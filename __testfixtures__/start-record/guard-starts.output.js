import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

// In both branches.
wx.getSetting({
  success(res) {
    if (!res.authSetting['scope.record']) {
      wx.authorize({ scope: 'scope.record', success: () => recorder.start() })
    } else {
      recorder.start()
    }
  },
})

// After the test.
export async function awaited() {
  const { authSetting } = await Taro.getSetting()
  if (!authSetting['scope.record']) {
    await Taro.authorize({ scope: 'scope.record' })
  }
  recorder.start({})
}

// Through a function of the page.
export const page = {
  record() {
    Taro.getSetting().then(({ authSetting }) => {
      if (authSetting['scope.record'] === true) this.begin()
      else Taro.authorize({ scope: 'scope.record' }).then(() => this.begin())
    })
  },
  begin() {
    recorder.start({})
  },
}

// The test is of something else, or there is none.
export function others(isOn) {
  if (!isOn) Taro.authorize({ scope: 'scope.record', success: () => recorder.start({}) })
  Taro.authorize({ scope: 'scope.record', success: () => recorder.start({}) })
  Taro.getSetting().then(({ authSetting }) => {
    if (!authSetting['scope.camera']) {
      Taro.authorize({ scope: 'scope.record', success: () => recorder.start({}) })
    }
    if (!authSetting['scope.record']) {
      Taro.authorize({ scope: 'scope.camera', success: () => recorder.start({}) })
    }
    if (!authSetting['scope.record']) Taro.authorize({ scope: 'scope.record' })
    if (authSetting['scope.record'] === false) {
      Taro.openSetting()
    } else {
      Taro.authorize({ scope: 'scope.record', success: () => recorder.start({}) })
    }
  })
}

// What follows starts, outside of the block of the test.
export function later() {
  Taro.getSetting({
    success({ authSetting }) {
      {
        if (!authSetting['scope.record']) {
          Taro.authorize({ scope: 'scope.record', success: () => recorder.start({}) })
          return
        }
      }
      recorder.start({})
    },
  })
}
