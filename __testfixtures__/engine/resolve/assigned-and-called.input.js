import Taro from '@tarojs/taro'

const { startRecord: original } = Taro
Taro.startRecord = (options) => original({ duration: 30000, ...options })
Taro.startRecord({})
if (Taro.startRecord) Taro.startRecord({})
Taro.stopRecord()
