import {
  pauseVoice,
  playVoice,
  startRecord,
  stopRecord as halt,
} from '@tarojs/taro'
;[playVoice, pauseVoice].forEach((run) => use(run))
startRecord()
halt()
declare function use(run: unknown): void
