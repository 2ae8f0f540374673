import Taro from '@tarojs/taro'

const { startRecord = (option?: Taro.startRecord.Option) => Promise.reject(option) } = Taro
const { stopRecord: stop = <any>null }: typeof Taro = Taro
export const { startRecord: begin = Taro.stopRecord as any, login } = Taro as any
export const run = () => [startRecord({}), stop(), login()]
