import Taro from '@tarojs/taro'

export async function record(options: Taro.startRecord.Option) {
  await Taro.startRecord({ success: console.log, fail: console.error })
  await /* for nothing */ Taro.startRecord({ complete() {} })
  await Taro.startRecord({})
  await Taro.startRecord()
  const res = await Taro.startRecord({ fail: console.error })
  await Taro.startRecord(options)
  const { tempFilePath } = await Taro.startRecord(options)
  await Taro.stopRecord({ success: console.log })
  const known = { success() {} }
  await Taro.startRecord(known)
  return [res, tempFilePath]
}
