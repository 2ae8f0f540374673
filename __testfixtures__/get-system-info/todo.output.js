import Taro from '@tarojs/taro'

// TODO(taro-modernize): getSystemInfoSync: no replacement provides environment (SYS119). Read it in another way if possible, then run again for the other fields.
export const work = Taro.getSystemInfoSync().environment
