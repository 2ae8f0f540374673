import Taro from '@tarojs/taro'
import { recorder as mic } from 'taro-modernize/runtime/recorder'

mic.start({})
mic.stop()
Taro.login()
