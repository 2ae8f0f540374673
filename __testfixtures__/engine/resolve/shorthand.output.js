import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

export const api = { startRecord: recorder.start, stopRecord: recorder.stop, halt: recorder.stop, getEnv: Taro.getEnv }
export const list = [recorder.start, ...[recorder.stop]]
export default { methods: { startRecord: recorder.start, async stop() { recorder.stop() } } }
