import Taro from '@tarojs/taro'

Taro.chooseImage({ count: 1 })
wx.chooseVideo()
