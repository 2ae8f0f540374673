import Taro from '@tarojs/taro'

const ctx = Taro.createCanvasContext('chart')
const set = () => { ctx.fillStyle = 'red' }
useEffect(() => { ctx.fillStyle = 'red' })
const done = ctx.setFillStyle('red')
color && (ctx.fillStyle = color)
color ? (ctx.fillStyle = color) : (ctx.fillStyle = 'red')
ctx.fillStyle = 'red', ctx.lineWidth = 1
void ctx.setFillStyle('red')
await ctx.setFillStyle('red')
ctx?.setFillStyle('red')
ctx.setFillStyle?.('red')
ctx.setFillStyle('red').setLineWidth(1)
ctx.setFillStyle()
ctx.setFillStyle('red', 'blue')
ctx.setFillStyle(...colors)
ctx.setFillStyle.call(ctx, 'red')
;(0, ctx.setFillStyle)('red')
const { setFillStyle, setLineWidth: width } = ctx
const hooks = [ctx.setLineWidth, ctx.outlineText]
if (ctx.setLineWidth) width(1)
if (typeof ctx.outlineText === 'function') ctx.outlineText('a')
