import wx from 'weixin-js-sdk'

wx.playVoice({ localId: 'a' })
wx.pauseVoice({ localId: 'a' })
wx.stopVoice({ localId: 'a' })
