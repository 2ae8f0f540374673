import Taro from '@tarojs/taro'

Taro
  // begins
  .startRecord({})
Taro /* a */ . /* b */ stopRecord()
