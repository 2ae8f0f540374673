import Taro, { login } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

const a = recorder.supported ? recorder.start : Taro.login
const b = recorder.supported ? recorder.stop : recorder.start, c = recorder.supported ? recorder.start : login
a(b, c)
