wx.config({ appId: 'wx1', timestamp: 1, nonceStr: 'a', signature: 'b', jsApiList: ['chooseImage', 'uploadImage'] })
wx.ready(() => {
  wx.chooseImage({ success: ({ localIds }) => wx.uploadImage({ localId: localIds[0] }) })
})
