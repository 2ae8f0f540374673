import { voice } from 'taro-modernize/runtime/voice'
import { recorder } from '../taro-modernize/recorder'

recorder.stop()
voice.play({ filePath: 'a' })
