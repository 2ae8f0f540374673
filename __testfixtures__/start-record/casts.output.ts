import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

export async function record(option: Taro.startRecord.Option) {
  recorder.start({ success: (res) => console.log(res.tempFilePath) } as any)
  await recorder.start({} as Taro.startRecord.Option)
  recorder.start(({ fail() {} }) as unknown as Taro.startRecord.Option)
  await Taro.startRecord(option as any)
}
