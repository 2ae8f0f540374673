import Taro, { stopRecord } from '@tarojs/taro'
import { promisify } from './promisify'

export const startRecord = promisify(wx.startRecord)
const api = { start: Taro.startRecord, stopRecord }
const list = [Taro.startRecord, stopRecord]
Taro.startRecord.call(Taro, {})
Taro.stopRecord.apply(null, [])
const bound = Taro.stopRecord.bind(Taro)
export default <View onClick={stopRecord} onTap={() => Taro.stopRecord()} {...api} list={list} b={bound} />
