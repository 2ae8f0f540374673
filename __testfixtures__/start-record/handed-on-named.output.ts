import Taro, { useDidShow } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

export { default as Api, default } from '@tarojs/taro'
export { Taro, useDidShow }
export const start = () => recorder.start({})
