import Taro from '@tarojs/taro'

const context = Taro.createAudioContext('player')
context.play()
Taro.playVoice({ filePath: 'a' })
