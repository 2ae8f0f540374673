import Taro from '@tarojs/taro'

Taro.getRecorderManager().stop()
