import Taro from '@tarojs/taro'
import { recorder } from '../taro-modernize/recorder'

recorder.stop()
Taro.playVoice({ filePath: 'a' })
