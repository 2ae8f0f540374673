import { View } from '@tarojs/components'
import { recorder } from 'taro-modernize/runtime/recorder'
const Taro = require('@tarojs/taro').default

export const start = () => recorder.start({})
