import Taro from '@tarojs/taro'
import { logged, page } from './decorators'

@page('mic') export class Mic {
  @logged accessor path = ''
  @logged static start = () => Taro.startRecord({})
  @logged
  stop() {
    Taro.stopRecord()
  }
}

export @page('other') class Other {
  @logged(() => Taro.stopRecord()) #own = 1
}
