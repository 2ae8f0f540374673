import { stopRecord } from '@tarojs/taro'

export const finish = (): void => {
  stopRecord()
}
