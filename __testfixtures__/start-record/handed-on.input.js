import Taro from '@tarojs/taro'
import own from './own'

Taro.startRecord({})
own.startRecord({})
export * from '@tarojs/taro'
export default Taro
