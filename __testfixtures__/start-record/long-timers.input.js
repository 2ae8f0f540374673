import Taro from '@tarojs/taro'

const MINUTE = 60 * 1000

Page({
  start() {
    Taro.startRecord({ success: console.log })
    setTimeout(() => Taro.stopRecord(), 600000)
    setTimeout(Taro.stopRecord, 2 * MINUTE)
    this.timer = setTimeout(this.end, 90e3)
    setTimeout(() => {
      this.end()
    }, 10 * MINUTE)
    setTimeout(() => this.end(), MINUTE)
    setTimeout(() => this.login(), 600000)
    setTimeout(() => this.end(), this.delay)
  },
  end() {
    clearTimeout(this.timer)
    Taro.stopRecord()
  },
  login() {},
})
const { stopRecord: halt = () => {} } = wx
setTimeout(halt, 120000)
