import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

const { startRecord, login } = Taro, { stop: stopRecord } = recorder
startRecord({})
// taro-modernize-ignore compared with the wrapper
startRecord({})
stopRecord()
// taro-modernize-ignore REC006 the name is looked up elsewhere
const { startRecord: begin } = Taro
begin({})
const { stopRecord: end } = Taro
end()
// taro-modernize-ignore REC008
end()
login()
