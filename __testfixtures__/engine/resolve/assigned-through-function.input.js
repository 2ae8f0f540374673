const host = () => wx
host().startRecord = mock
wx.startRecord({})
wx.stopRecord()
module.exports = host
