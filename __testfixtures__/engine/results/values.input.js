import Taro from '@tarojs/taro'

const ctx = Taro.createCanvasContext('chart')
const set = () => ctx.setFillStyle('red')
useEffect(() => ctx.setFillStyle('red'))
const done = ctx.setFillStyle('red')
color && ctx.setFillStyle(color)
color ? ctx.setFillStyle(color) : ctx.setFillStyle('red')
ctx.setFillStyle('red'), ctx.setLineWidth(1)
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
const hooks = [ctx.setLineWidth, ctx.strokeText]
if (ctx.setLineWidth) width(1)
if (typeof ctx.strokeText === 'function') ctx.strokeText('a')
