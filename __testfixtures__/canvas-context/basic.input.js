const ctx = wx.createCanvasContext('poster', this)
ctx.setFillStyle('#fff')
ctx.setStrokeStyle(theme.line)
ctx.setGlobalAlpha(0.5)
ctx.setLineWidth(2 * ratio)
ctx.setLineCap('round')
ctx.setLineJoin('bevel')
ctx.setMiterLimit(4)
// A gradient, too.
const gradient = ctx.createLinearGradient(0, 0, 100, 0)
ctx.setFillStyle(gradient)
if (dark) ctx.setFillStyle('#000')
else ctx.setFillStyle('#eee');
ctx.setShadow(0, 2 * ratio, 4, '#0003')
if (dark) ctx.setShadow(0, 0, 0, theme.shade)

// What has no property of the same meaning is only reported.
ctx.setFontSize(12)
ctx.setLineDash([4, 2], 1)
ctx.setTextAlign('center')
ctx.setTextBaseline('normal')

// Values and functions that are handed on.
export const fill = () => ctx.setFillStyle('red')
dark && ctx.setLineWidth(1)
export const set = ctx.setFillStyle
ctx.setLineWidth(1, 2)
ctx.setShadow(0, toPx(2), 4, '#0003')
ctx.draw()

export const other = my.createCanvasContext('poster')
other.setFillStyle('red')
const either = dark ? wx.createCanvasContext('poster') : my.createCanvasContext('poster')
either.setFillStyle('red')
