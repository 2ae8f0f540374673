import Taro from '@tarojs/taro'

const after = 1, seconds = 2
Taro.fadeSong({ after: 2, seconds: 0.5 })
Taro.fadeSong({ after: 1.005, 'seconds': 0x10, title: 'A' })
Taro.fadeSong({ after: (2) /* s */, seconds: 1_0 })
Taro.fadeSong({ after, seconds })
Taro.fadeSong({ after: after + 1, seconds: after * seconds })
Taro.fadeSong({ after: (after + 1), seconds: -after }) // already in parentheses
Taro.fadeSong({ after: app.delay(), seconds: app.seconds ?? 3 })
Taro.fadeSong({ after: await /* in seconds */ delay() })
Taro.fadeSong({ after: after ? 1 : 2, seconds: (after, seconds) })
Taro.fadeSong({ after: Taro.fadeSong({ after }) })
Taro.fadeSong({ title: 'A' })
Taro.fadeSong({ after: undefined })
Taro.fadeSong({ after: '2' })
Taro.fadeSong({ after: app?.delay })
Taro.fadeSong({ after: 2n })
Taro.fadeSong({ after() {} })
Taro.fadeSong({ ...app, after: 2 })
Taro.fadeSong(app)
Taro.fadeSong({ after: void 0 })
