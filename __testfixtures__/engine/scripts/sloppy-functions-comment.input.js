try {} catch (a) { if (1) /* sloppy */ function a() { wx.startRecord({}) } }
if (1) wx.stopRecord(); else // sloppy
  function c() { wx.stopRecord() }
