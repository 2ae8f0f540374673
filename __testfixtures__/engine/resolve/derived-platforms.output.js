import Taro from '@tarojs/taro'
import { promisifyAll } from 'miniprogram-api-promise'
import { recorder } from 'taro-modernize/runtime/recorder'

const wxp = {}
promisifyAll(wx, wxp)
wxp.startRecord()
Object.assign({}, wx).startRecord()
new Proxy(Taro, {}).stopRecord()
wx.pro.startRecord()
const { pro } = wx
pro.stopRecord()
const spread = { ...Taro, login }
spread.startRecord()
const created = Object.create(wx)
created.startRecord && created.startRecord()
const { startRecord: begin = login } = Object.assign({}, wx)
App({
  globalData: { wxp: {} },
  onLaunch() {
    promisifyAll(wx, this.globalData.wxp)
    this.globalData.wxp.startRecord()
    getApp().globalData.wxp.stopRecord()
  },
})
const own = { startRecord() {} }
register(wx, own)
own.startRecord()
recorder.start({ success: begin })
