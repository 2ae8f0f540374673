import { startRecord, stopRecord } from '@tarojs/taro'

type Options = Parameters<typeof startRecord>[0]

export function record(options: Options) {
  startRecord(options)
  stopRecord()
}
