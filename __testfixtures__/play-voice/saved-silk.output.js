import { voice } from 'taro-modernize/runtime/voice'

const GREETING = 'https://example.com/greeting.silk'
voice.play({ filePath: GREETING })
