import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

const { login, showToast } = Taro, { stop: stopRecord } = recorder, begin = recorder.supported ? recorder.start : login
login()
begin({})
showToast({ title: '' })
export { stopRecord }
