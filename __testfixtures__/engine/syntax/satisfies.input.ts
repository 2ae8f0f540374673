import Taro from '@tarojs/taro'

const options = { success() {} } satisfies Taro.startRecord.Option
Taro.startRecord({ fail() {} } satisfies Taro.startRecord.Option)
;(Taro satisfies object).stopRecord()
export const start = Taro.startRecord satisfies (option: Taro.startRecord.Option) => unknown
export const stop = <() => void>Taro.stopRecord
;(Taro as any).startRecord(options)
Taro!.stopRecord!()
