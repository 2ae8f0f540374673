export const close = () => wx.miniProgram.navigateBack()
export const choose = () => wx.chooseImage({ count: 1 })
