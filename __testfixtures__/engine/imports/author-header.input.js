/*
 * @Author: somebody
 */
Page({ go: () => wx.stopRecord() })
