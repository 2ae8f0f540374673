import Taro from '@tarojs/taro'

// A missing API is undefined: these are true everywhere.
if (Taro.startRecord !== null) Taro.startRecord({})
if (!(null === Taro.startRecord)) Taro.startRecord({})
