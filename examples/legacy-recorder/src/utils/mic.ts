declare const wx: any

/** 录几秒，看看麦克风能不能用 */
export function checkMic(seconds = 3): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => wx.stopRecord(), seconds * 1000)
    wx.startRecord({
      success: res => resolve(res.tempFilePath),
      fail: err => {
        clearTimeout(timer)
        reject(err)
      }
    })
  })
}
