import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start({})
recorder.stop()
recorder.stop()
recorder.start({})
recorder.start({})

class Page {
  taro = Taro
  constructor() {
    this.api = wx
  }
  go() {
    recorder.start({})
    recorder.stop()
  }
}
export default Page
