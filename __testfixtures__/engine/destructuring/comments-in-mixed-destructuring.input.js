import Taro from '@tarojs/taro'

const { startRecord /* a */, /* b */ getRecorderManager } = Taro /* c */
const {
  // begins
  startRecord: begin,
  getRecorderManager: manager = Taro.getRecorderManager, // shared
} = Taro
const { startRecord: other = Taro.stopRecord, login } = Taro

startRecord(getRecorderManager, begin, manager, other, login)
