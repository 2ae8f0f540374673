import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

// A missing API is undefined: these are true everywhere.
if (Taro.startRecord !== null) recorder.start({})
if (!(null === Taro.startRecord)) recorder.start({})
