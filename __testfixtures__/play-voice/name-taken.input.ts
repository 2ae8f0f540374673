import Taro from '@tarojs/taro'

const voice = { path: 'a' }
Taro.playVoice({ filePath: voice.path })
