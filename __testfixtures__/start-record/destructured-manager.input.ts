import Taro from '@tarojs/taro'

const { getRecorderManager, stopRecord } = Taro
const { getRecorderManager: get, login } = Taro
stopRecord()
login()
export default [getRecorderManager(), get()]
