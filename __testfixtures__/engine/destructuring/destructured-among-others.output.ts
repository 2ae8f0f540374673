import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

const { login, showToast } = Taro, { start: begin = login, stop: stopRecord } = recorder
login()
begin({})
showToast({ title: '' })
export { stopRecord }
