import Taro from '@tarojs/taro'

const ctx = Taro.createCanvasContext('chart')
// The value of the call, or another form of it.
const shade = () => { ctx.shadowOffsetX = 0; ctx.shadowOffsetY = 2; ctx.shadowBlur = 4; ctx.shadowColor = '#000' }
dark && (ctx.shadowOffsetX = 0, ctx.shadowOffsetY = 2, ctx.shadowBlur = 4, ctx.shadowColor = '#000')
ctx.save(), ctx.shadowOffsetX = 0, ctx.shadowOffsetY = 2, ctx.shadowBlur = 4, ctx.shadowColor = '#000'
;(ctx.setShadow(0, 2, 4, '#000'))
ctx?.setShadow(0, 2, 4, '#000')
ctx.setShadow?.(0, 2, 4, '#000')
ctx['setShadow'](0, 2, 4, '#000')
ctx.setShadow.apply(ctx, [0, 2, 4, '#000'])
const { setShadow } = ctx

// Other arguments.
ctx.setShadow()
ctx.setShadow(0, 2, 4)
ctx.setShadow(0, 2, 4, '#000', true)
ctx.setShadow(...shadow)
ctx.setShadow(0, 2, ...shadow)
ctx.setShadow(0, 2, 4, ...shadow)

// The order of evaluation would change.
ctx.setShadow(0, next(), 4, '#000')
ctx.setShadow(next(), 2, 4, '#000')
ctx.setShadow(0, 2, 4, color = '#000')
ctx.setShadow(x++, x, 4, '#000')
ctx.setShadow(0, 2, ctx.shadowOffsetX, '#000')
ctx.setShadow(0, 2, 4, other.shadowBlur ? '#000' : '#fff')
ctx.setShadow(0, ctx?.['shadowOffsetX'], 4, '#000')
ctx.setShadow(0, ctx[name], 4, '#000')
ctx.setShadow(0, 2, 4, [color])
ctx.setShadow(0, 2, 4, new Color())
async function* late() {
  ctx.setShadow(0, 2, 4, await color)
  ctx.setShadow(0, 2, 4, yield)
}

// The context would be evaluated again.
Taro.createCanvasContext('other').setShadow(0, 2, 4, '#000')
;(dark ? ctx : ctx).setShadow(0, 2, 4, '#000')
