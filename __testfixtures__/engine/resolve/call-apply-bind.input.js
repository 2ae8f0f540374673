import Taro, { startRecord } from '@tarojs/taro'

Taro.startRecord.call(Taro, { success() {} })
Taro.stopRecord.apply(Taro, [{}])
const begin = Taro.startRecord.bind(Taro, { fail() {} })
startRecord.call(null, {})
Reflect.apply(wx.stopRecord, wx, [])
setTimeout(Taro.stopRecord.bind(Taro), 1000)
export default begin
