import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

const options = { success() {} } satisfies Taro.startRecord.Option
recorder.start({ fail() {} } satisfies Taro.startRecord.Option)
;recorder.stop()
export const start = recorder.start satisfies (option: Taro.startRecord.Option) => unknown
export const stop = <() => void>recorder.stop
;recorder.start(options)
recorder.stop!()
