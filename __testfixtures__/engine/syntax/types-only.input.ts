import Taro from '@tarojs/taro'
import type { startRecord } from '@tarojs/taro'

type Option = Taro.startRecord.Option
type Start = typeof Taro.startRecord
type Args = Parameters<typeof Taro.stopRecord>
type Named = typeof startRecord
type Key = Extract<keyof typeof Taro, 'startRecord' | 'stopRecord'>
type Of = (typeof Taro)['startRecord']
interface Page {
  startRecord: Taro.startRecord.SuccessCallbackResult
  stopRecord?(option: Option): Args
}
export type { Start, Named, Key, Of, Page }
