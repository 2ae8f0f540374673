import Taro from '@tarojs/taro'

// TODO(taro-modernize): getSystemInfoSync: no replacement gives environment (SYS119). Read it in another way where you can, and run this again for the other fields.
export const work = Taro.getSystemInfoSync().environment
