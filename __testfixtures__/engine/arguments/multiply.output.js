import Taro from '@tarojs/taro'

const after = 1, seconds = 2
Taro.fade({ after: 2000, duration: 500 })
Taro.fade({ after: 1005, 'duration': 16000, title: 'A' })
Taro.fade({ after: (2000) /* s */, duration: 10000 })
Taro.fade({ after: after * 1000, duration: seconds * 1000 })
Taro.fade({ after: (after + 1) * 1000, duration: after * seconds * 1000 })
Taro.fade({ after: (after + 1) * 1000, duration: -after * 1000 }) // already in parentheses
Taro.fade({ after: app.delay() * 1000, duration: (app.seconds ?? 3) * 1000 })
Taro.fade({ after: await /* in seconds */ delay() * 1000 })
Taro.fade({ after: (after ? 1 : 2) * 1000, duration: (after, seconds) * 1000 })
Taro.fade({ after: Taro.fade({ after: after * 1000 }) * 1000 })
Taro.fade({ title: 'A' })
Taro.fadeSong({ after: undefined })
Taro.fadeSong({ after: '2' })
Taro.fadeSong({ after: app?.delay })
Taro.fadeSong({ after: 2n })
Taro.fadeSong({ after() {} })
Taro.fadeSong({ ...app, after: 2 })
Taro.fadeSong(app)
Taro.fadeSong({ after: void 0 })
