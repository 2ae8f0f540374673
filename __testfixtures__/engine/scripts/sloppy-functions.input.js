try {} catch (a) { if (1) function a() { wx.startRecord({}) } }
if (1) function b() { wx.stopRecord() } else function c() { wx.stopRecord() }
