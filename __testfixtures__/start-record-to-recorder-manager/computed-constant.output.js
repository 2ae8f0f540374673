import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

const name = 'startRecord'
recorder.start({})
const other = process.env.NAME
Taro[other]({})
