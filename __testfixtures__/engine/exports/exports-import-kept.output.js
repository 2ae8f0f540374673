import { startRecord } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

// taro-modernize-ignore compared with the wrapper
export const original = startRecord
const taroStartRecord = recorder.start
export { taroStartRecord as startRecord }
export const stopRecord = recorder.stop
