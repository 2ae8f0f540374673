import Taro from '@tarojs/taro'
import { getRecorderManager as taroGetRecorderManager, recorder } from 'taro-modernize/runtime/recorder'

const /* a */ /* b */ { start: startRecord } = recorder, getRecorderManager = taroGetRecorderManager /* c */
const // begins
// shared
{ start: begin } = recorder, manager = taroGetRecorderManager
const { login } = Taro, { start: other = recorder.stop } = recorder

startRecord(getRecorderManager, begin, manager, other, login)
