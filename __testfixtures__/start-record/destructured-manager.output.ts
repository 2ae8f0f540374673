import Taro from '@tarojs/taro'
import { getRecorderManager as taroGetRecorderManager, recorder } from 'taro-modernize/runtime/recorder'

const { stop: stopRecord } = recorder, getRecorderManager = taroGetRecorderManager
const { login } = Taro, get = taroGetRecorderManager
stopRecord()
login()
export default [getRecorderManager(), get()]
