import Taro, { startRecord, stopRecord } from '@tarojs/taro'

wx.startRecord && wx.stopRecord && wx.startRecord({})
if (!wx.startRecord || !wx.stopRecord) console.log('no recorder')
if (typeof Taro.startRecord === 'function' && typeof Taro.stopRecord === 'function' && ready) startRecord({})
if (ready && startRecord && stopRecord && 'startRecord' in wx) startRecord({})
if ((ready && wx.startRecord) && (Taro.stopRecord)) startRecord({})
if (wx.startRecord || Taro.stopRecord) startRecord({})
if ((!wx.startRecord || !ready) || wx.stopRecord == null) console.log('no recorder')
if (
  wx.startRecord && // first
  /* second */ wx.stopRecord /* end */
) startRecord({})
wx.startRecord || wx.startRecord?.({})
wx.startRecord && wx.stopRecord?.()
const can = !!wx.startRecord && !!wx.stopRecord
const other = (wx.startRecord || wx.stopRecord) && ready
if (wx.startRecord && wx.playVoice && wx.stopVoice) startRecord({})
if (wx.startRecord && !wx.stopRecord) startRecord({})
if (wx.startRecord && ready && wx.stopRecord) startRecord({})
export { can, other }
