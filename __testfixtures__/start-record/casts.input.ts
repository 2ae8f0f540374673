import Taro from '@tarojs/taro'

export async function record(option: Taro.startRecord.Option) {
  await Taro.startRecord({ success: (res) => console.log(res.tempFilePath) } as any)
  await Taro.startRecord({} as Taro.startRecord.Option)
  await Taro.startRecord(({ fail() {} }) as unknown as Taro.startRecord.Option)
  await Taro.startRecord(option as any)
}
