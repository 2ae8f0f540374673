import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

export async function record(options: Taro.startRecord.Option) {
  recorder.start({ success: console.log, fail: console.error })
  /* for nothing */ recorder.start({ complete() {} })
  await recorder.start({})
  await recorder.start()
  const res = await Taro.startRecord({ fail: console.error })
  await Taro.startRecord(options)
  const { tempFilePath } = await recorder.start(options)
  await recorder.stop({ success: console.log })
  const known = { success() {} }
  recorder.start(known)
  return [res, tempFilePath]
}
