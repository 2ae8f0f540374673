import { startRecord } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

export type Start = typeof startRecord
const taroStartRecord = recorder.start
export { taroStartRecord as startRecord }
