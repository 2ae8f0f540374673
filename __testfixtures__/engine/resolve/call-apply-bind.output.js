import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start.call(Taro, { success() {} })
recorder.stop.apply(Taro, [{}])
const begin = recorder.start.bind(Taro, { fail() {} })
recorder.start.call(null, {})
Reflect.apply(recorder.stop, wx, [])
setTimeout(recorder.stop.bind(Taro), 1000)
export default begin
