import Taro from '@tarojs/taro'

const t = Taro
t.startRecord({})
const api = wx
api.stopRecord()
let late
late = Taro
late.stopRecord()
const { ...all } = Taro
all.startRecord({})
const either = process.env.A ? wx : Taro
either.startRecord({})

class Page {
  taro = Taro
  constructor() {
    this.api = wx
  }
  go() {
    this.taro.startRecord({})
    this.api.stopRecord()
  }
}
export default Page
