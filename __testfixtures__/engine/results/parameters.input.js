const ctx = wx.createCanvasContext('chart')
function draw(target, color) {
  target.setFillStyle(color)
  if (color) draw(target)
}
draw(ctx, 'red')
draw(wx.createCanvasContext('other'))
const fill = (target) => { target.setFillStyle('red') }
fill(ctx)

export function exported(target) {
  target.setFillStyle('red')
}
exported(ctx)
function handed(target) {
  target.setFillStyle('red')
}
handed(ctx), later(handed)
function given(target = ctx) {
  target.setFillStyle('red')
}
given(ctx)
function mixed(target) {
  target.setFillStyle('red')
}
mixed(ctx), mixed(mine)
function missing(target) {
  target.setFillStyle('red')
}
missing(ctx), missing(), missing(...contexts)
function changed(target) {
  target = mine
  target.setFillStyle('red')
}
changed(ctx)
function never(target) {
  target.setFillStyle('red')
}
function second(_, [target]) {
  target.setFillStyle('red')
}
second(1, [ctx])
