import Taro from '@tarojs/taro'

const GREETING = 'https://example.com/greeting.silk'
Taro.playVoice({ filePath: GREETING })
