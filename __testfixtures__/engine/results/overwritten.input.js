const ctx = wx.createCanvasContext('chart')
Object.assign(ctx, { setFillStyle(style) { log(style) } })
ctx.setFillStyle('red')
Object.assign({}, { setFillStyle() {} })
