import { recorder } from 'taro-modernize/runtime/recorder'
import { voice } from 'taro-modernize/runtime/voice'

export { login } from '@tarojs/taro'
export const playVoice = voice.play
export const startRecord = recorder.start
export default voice.stop
