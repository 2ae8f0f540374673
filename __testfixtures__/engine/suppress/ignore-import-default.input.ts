// taro-modernize-ignore the old host
import Taro from '@tarojs/taro'
import Other from '@tarojs/taro'

const alias = Taro
const { stopRecord } = Taro
Taro.startRecord({})
alias.startRecord({})
stopRecord()
Other.stopRecord()
// taro-modernize-ignore
const required = require('@tarojs/taro')
required.startRecord({})
const late = async () => {
  // taro-modernize-ignore
  const { default: loaded } = await import('@tarojs/taro')
  loaded.startRecord({})
}
