import { startRecord, stopRecord } from '@tarojs/taro'

// taro-modernize-ignore compared with the wrapper
export const original = startRecord
export { startRecord, stopRecord }
