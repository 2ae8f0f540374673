import { startRecord } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

type Options = Parameters<typeof startRecord>[0]

export function record(options: Options) {
  recorder.start(options)
  recorder.stop()
}
