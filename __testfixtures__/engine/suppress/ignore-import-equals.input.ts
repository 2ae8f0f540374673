// taro-modernize-ignore
import Taro = require('@tarojs/taro')
import Other = require('@tarojs/taro')

Taro.startRecord({})
Other.stopRecord()
