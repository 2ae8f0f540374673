import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

if (Taro.startRecord) recorder.start({})
if ('startRecord' in Taro) recorder.stop()
const can = typeof wx.startRecord === 'function' && !!wx.stopRecord
wx.startRecord && recorder.start({})
wx.getRecorderManager ? wx.getRecorderManager().start({}) : recorder.start({})
export default can
