import Taro from '@tarojs/taro'

// TODO(taro-modernize): getSystemInfoSync: no replacement provides environment (SYS119). Get this field in another way if you can, then run again to migrate the others. Otherwise keep the call, and suppress this with // taro-modernize-ignore.
export const work = Taro.getSystemInfoSync().environment
