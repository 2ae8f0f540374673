import { voice as taroVoice } from 'taro-modernize/runtime/voice'

const voice = { path: 'a' }
taroVoice.play({ filePath: voice.path })
