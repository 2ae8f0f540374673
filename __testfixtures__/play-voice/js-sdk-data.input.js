wx.startRecord()
wx.stopRecord({
  success(res) {
    const { localId } = res
    wx.playVoice({ localId })
  },
})
wx.onVoicePlayEnd({ success: () => wx.stopVoice({ localId: last }) })
