import * as Taro from '@tarojs/taro'

Taro.startRecord({ success() {} })
Taro.default.stopRecord()
Taro.login()
