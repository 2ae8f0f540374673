import type TaroType from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start({})
recorder.stop()
recorder.start({})
recorder.stop()
recorder.stop()
export type Api = typeof TaroType.startRecord
