import { View } from '@tarojs/components'
import { recorder } from 'taro-modernize/runtime/recorder'

declare var my: any
declare function swan(): void
declare namespace qq {
  function startRecord(option: object): void
}
declare global {
  const jd: any
}

recorder.start({})
recorder.start({})
my.startRecord({})
recorder.start({})
recorder.start({})
recorder.start({})
