const ctx = wx.createCanvasContext('chart')
ctx.setFillStyle = (color) => console.log(color)
ctx.setFillStyle('red')
ctx.setLineWidth(1)
