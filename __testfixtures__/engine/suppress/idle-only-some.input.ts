import Taro from '@tarojs/taro'

// taro-modernize-ignore another run suppresses this
Taro.startRecord({})
// taro-modernize-ignore REC001 and this
Taro.startRecord({})
// taro-modernize-ignore VOI001 only this is idle
Taro.vibrateShort()
Taro.playVoice({ filePath: 'a' })
