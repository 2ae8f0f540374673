import Taro from '@tarojs/taro'

const ctx = Taro.createCanvasContext('poster')
const RED = '#f00'
const COLORS = { blue: '#00f' }
const gradient = ctx.createLinearGradient(0, 0, 100, 0)
ctx.fillStyle = '#fff'
ctx.fillStyle = RED
ctx.fillStyle = `rgba(0, 0, 0, ${0.5})`
ctx.fillStyle = '#' + Number(255).toString(16)
ctx.strokeStyle = Math.random() > 0.5 ? RED : 'blue'
ctx.setStrokeStyle(COLORS.blue)
ctx.setFillStyle(gradient)
ctx.fillStyle = gradient as any
ctx.lineCap = 'round'
ctx.lineWidth = 2
ctx.shadowOffsetX = 0
ctx.shadowOffsetY = 2
ctx.shadowBlur = 4
ctx.shadowColor = RED
ctx.shadowOffsetX = 0
ctx.shadowOffsetY = 2
ctx.shadowBlur = 4
ctx.shadowColor = COLORS.blue
// WeChat's own types declare `shadowColor: number`.
const own = wx.createCanvasContext('own')
own.setShadow(0, 2, 4, RED)
own.lineWidth = 2

function paint(target: Taro.CanvasContext, color: string, line = '#000', fill: string | Taro.CanvasGradient = line) {
  target.fillStyle = color
  target.strokeStyle = line
  target.setFillStyle(fill)
  let copy = color
  target.fillStyle = copy
}
paint(ctx, RED)
export const style = (colors: { line: string }) => {
  ctx.setStrokeStyle(colors.line)
  ctx.strokeStyle = colors.line as string
}
