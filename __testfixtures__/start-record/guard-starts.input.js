import Taro from '@tarojs/taro'

// In both branches.
wx.getSetting({
  success(res) {
    if (!res.authSetting['scope.record']) {
      wx.authorize({ scope: 'scope.record', success: () => wx.startRecord() })
    } else {
      wx.startRecord()
    }
  },
})

// After the test.
export async function awaited() {
  const { authSetting } = await Taro.getSetting()
  if (!authSetting['scope.record']) {
    await Taro.authorize({ scope: 'scope.record' })
  }
  Taro.startRecord({})
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
    Taro.startRecord({})
  },
}

// The test is of something else, or there is none.
export function others(isOn) {
  if (!isOn) Taro.authorize({ scope: 'scope.record', success: () => Taro.startRecord({}) })
  Taro.authorize({ scope: 'scope.record', success: () => Taro.startRecord({}) })
  Taro.getSetting().then(({ authSetting }) => {
    if (!authSetting['scope.camera']) {
      Taro.authorize({ scope: 'scope.record', success: () => Taro.startRecord({}) })
    }
    if (!authSetting['scope.record']) {
      Taro.authorize({ scope: 'scope.camera', success: () => Taro.startRecord({}) })
    }
    if (!authSetting['scope.record']) Taro.authorize({ scope: 'scope.record' })
    if (authSetting['scope.record'] === false) {
      Taro.openSetting()
    } else {
      Taro.authorize({ scope: 'scope.record', success: () => Taro.startRecord({}) })
    }
  })
}

// What follows starts, outside of the block of the test.
export function later() {
  Taro.getSetting({
    success({ authSetting }) {
      {
        if (!authSetting['scope.record']) {
          Taro.authorize({ scope: 'scope.record', success: () => Taro.startRecord({}) })
          return
        }
      }
      Taro.startRecord({})
    },
  })
}
