import Taro from '@tarojs/taro'
import { getRecorderManager as taroGetRecorderManager, recorder } from 'taro-modernize/runtime/recorder'

const /* a */ /* b */ { start: startRecord } = recorder, getRecorderManager = taroGetRecorderManager /* c */
const // begins
// shared
{ start: begin } = recorder, manager = taroGetRecorderManager
const { login } = Taro, other = recorder.supported ? recorder.start : recorder.stop

startRecord(getRecorderManager, begin, manager, other, login)
