import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

const startRecord = recorder.supported ? recorder.start : (option?: Taro.startRecord.Option) => Promise.reject(option)
const { stopRecord: stop = <any>null }: typeof Taro = Taro
export const { login } = Taro as any, begin = recorder.supported ? recorder.start : recorder.stop as any
export const run = () => [startRecord({}), stop(), login()]
