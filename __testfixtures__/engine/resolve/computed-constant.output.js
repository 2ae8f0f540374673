import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start({})
const other = process.env.NAME
Taro[other]({})
