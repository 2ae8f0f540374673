import { recorder } from 'taro-modernize/runtime/recorder'

const MINUTE = 60 * 1000

Page({
  start() {
    recorder.start({ success: console.log })
    setTimeout(() => recorder.stop(), 600000)
    setTimeout(recorder.stop, 2 * MINUTE)
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
    recorder.stop()
  },
  login() {},
})
const halt = recorder.supported ? recorder.stop : () => {}
setTimeout(halt, 120000)
