import Taro, { startRecord } from '@tarojs/taro'

export const canRecord = !!Taro.startRecord
export const isOld = () => typeof Taro.stopRecord === 'undefined'
export function capabilities() {
  return { record: 'startRecord' in Taro, stop: Boolean(startRecord) }
}
