import Taro from '@tarojs/taro'

if (Taro.startRecord) Taro.startRecord({})
if ('startRecord' in Taro) Taro.stopRecord()
const can = typeof wx.startRecord === 'function' && !!wx.stopRecord
wx.startRecord && wx.startRecord({})
wx.getRecorderManager ? wx.getRecorderManager().start({}) : wx.startRecord({})
export default can
