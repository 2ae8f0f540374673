import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'
import { voice } from 'taro-modernize/runtime/voice'

recorder.start()
voice.stop()
export const call = (name) => Taro[name]()
