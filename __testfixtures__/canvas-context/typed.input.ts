import Taro from '@tarojs/taro'

const ctx = Taro.createCanvasContext('poster')
const RED = '#f00'
const COLORS = { blue: '#00f' }
const gradient = ctx.createLinearGradient(0, 0, 100, 0)
ctx.setFillStyle('#fff')
ctx.setFillStyle(RED)
ctx.setFillStyle(`rgba(0, 0, 0, ${0.5})`)
ctx.setFillStyle('#' + Number(255).toString(16))
ctx.setStrokeStyle(Math.random() > 0.5 ? RED : 'blue')
ctx.setStrokeStyle(COLORS.blue)
ctx.setFillStyle(gradient)
ctx.setFillStyle(gradient as any)
ctx.setLineCap('round')
ctx.setLineWidth(2)
ctx.setShadow(0, 2, 4, RED)
ctx.setShadow(0, 2, 4, COLORS.blue)
// WeChat's own types declare `shadowColor: number`.
const own = wx.createCanvasContext('own')
own.setShadow(0, 2, 4, RED)
own.setLineWidth(2)

function paint(target: Taro.CanvasContext, color: string, line = '#000', fill: string | Taro.CanvasGradient = line) {
  target.setFillStyle(color)
  target.setStrokeStyle(line)
  target.setFillStyle(fill)
  let copy = color
  target.setFillStyle(copy)
}
paint(ctx, RED)
export const style = (colors: { line: string }) => {
  ctx.setStrokeStyle(colors.line)
  ctx.setStrokeStyle(colors.line as string)
}
