// taro-modernize-ignore all of it is tested against the old API
import { startRecord, stopRecord as end } from '@tarojs/taro'
import {
  // taro-modernize-ignore this one alone
  stopRecord,
  startRecord as begin,
} from '@tarojs/taro'
// taro-modernize-ignore REC003 the import has side effects
import { stopRecord as halt } from '@tarojs/taro'

startRecord({})
end()
stopRecord()
begin({})
halt()
export { startRecord, end as stop, begin as start }
