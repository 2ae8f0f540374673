// A page in WeChat's browser, or in a web view: `wx` is the JS-SDK.
export function chooseImage(done) {
  wx.chooseImage({
    count: 1,
    sizeType: ['original', 'compressed'],
    sourceType: ['album', 'camera'],
    success: (res) => done(res.localIds),
  })
}
