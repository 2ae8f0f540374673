import { login } from './own'
import {
  // begins
  startRecord,
  stopRecord, // ends
} from '@tarojs/taro'
import { startRecord as begin /* old */ } from '@tarojs/taro'

startRecord(login)
stopRecord()
begin()
