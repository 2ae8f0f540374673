import Taro = require('@tarojs/taro')

Taro.startRecord()
Taro.playVoice({ filePath: 'a' })
