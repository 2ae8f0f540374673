import Taro from '@tarojs/taro'

Page({
  start() {
    Taro.startRecord({ duration: 600000, success: console.log })
    setTimeout(() => Taro.stopRecord(), 600000)
  },
})
