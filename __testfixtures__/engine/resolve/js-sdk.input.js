import { View } from '@tarojs/components'

wx.config({ jsApiList: ['startRecord', 'stopRecord'] })
wx.ready(() => {
  wx.startRecord()
  wx.stopRecord({ success: (res) => res.localId })
})
window.wx.startRecord()
