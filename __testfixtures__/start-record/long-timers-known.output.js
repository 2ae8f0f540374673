import { recorder } from 'taro-modernize/runtime/recorder'

Page({
  start() {
    recorder.start({ duration: 600000, success: console.log })
    setTimeout(() => recorder.stop(), 600000)
  },
})
