// taro-modernize-ignore all of it is tested against the old API
import { startRecord, stopRecord as end } from '@tarojs/taro'
import {
  // taro-modernize-ignore this one alone
  stopRecord,
} from '@tarojs/taro'
// taro-modernize-ignore REC003 the import has side effects
import { stopRecord as halt } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

startRecord({})
end()
stopRecord()
recorder.start({})
recorder.stop()
export { startRecord, end as stop }
export const start = recorder.start
