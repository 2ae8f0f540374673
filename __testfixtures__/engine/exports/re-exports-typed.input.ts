import { startRecord } from '@tarojs/taro'

export type Start = typeof startRecord
export { startRecord }
