import { recorder } from '../taro-modernize/recorder'
import { voice } from 'taro-modernize/runtime/voice'

recorder.stop()
voice.play({ filePath: 'a' })
