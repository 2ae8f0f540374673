import Taro, { login } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

const { start: a = Taro.login } = recorder
const { stop: b = recorder.start, start: c = login } = recorder
a(b, c)
