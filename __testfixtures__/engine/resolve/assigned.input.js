import Taro from '@tarojs/taro'

Taro.startRecord = () => {}
delete wx.stopRecord
