import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

const t = Taro
recorder.start({})
const api = wx
recorder.stop()
let late
late = Taro
recorder.stop()
const { ...all } = Taro
recorder.start({})
const either = process.env.A ? wx : Taro
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
