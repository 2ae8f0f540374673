const ctx = wx.createCanvasContext('poster', this)
ctx.fillStyle = '#fff'
ctx.strokeStyle = theme.line
ctx.globalAlpha = 0.5
ctx.lineWidth = 2 * ratio
ctx.lineCap = 'round'
ctx.lineJoin = 'bevel'
ctx.miterLimit = 4
// A gradient, too.
const gradient = ctx.createLinearGradient(0, 0, 100, 0)
ctx.fillStyle = gradient
if (dark) ctx.fillStyle = '#000'
else ctx.fillStyle = '#eee';
ctx.shadowOffsetX = 0
ctx.shadowOffsetY = 2 * ratio
ctx.shadowBlur = 4
ctx.shadowColor = '#0003'
if (dark) {
  ctx.shadowOffsetX = 0
  ctx.shadowOffsetY = 0
  ctx.shadowBlur = 0
  ctx.shadowColor = theme.shade
}

// What has no property of the same meaning is only reported.
ctx.setFontSize(12)
ctx.setLineDash([4, 2], 1)
ctx.setTextAlign('center')
ctx.setTextBaseline('normal')

// Values and functions that are handed on.
export const fill = () => { ctx.fillStyle = 'red' }
dark && (ctx.lineWidth = 1)
export const set = ctx.setFillStyle
ctx.setLineWidth(1, 2)
ctx.setShadow(0, toPx(2), 4, '#0003')
ctx.draw()

export const other = my.createCanvasContext('poster')
other.setFillStyle('red')
const either = dark ? wx.createCanvasContext('poster') : my.createCanvasContext('poster')
either.setFillStyle('red')
