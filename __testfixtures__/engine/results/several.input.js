import Taro, { Component } from '@tarojs/taro'

const ctx = Taro.createCanvasContext('chart')
ctx.setShadow(0, 2, 4, '#000')
ctx.setShadow(0, 2, 4, '#000');
ctx.setShadow( x, size * 2, theme.blur, `rgba(0, 0, 0, ${theme.alpha})` ) // shaded
ctx.setShadow(
  0, // to the right
  /* down */ 2 /* px */, /* the blur */ 4,
  // the color
  dark ? '#fff' : '#000',
)
ctx /* the chart */ .setShadow /* its shadow */ (0, (2), -4, (next, '#000')) /* done */;
ctx.fillRect(0, 0, 1, 1); ctx.setShadow(0, 2, 4, '#000'); ctx.fillRect(1, 1, 1, 1)
if (dark) ctx.setShadow(0, 2, 4, '#fff')
if (dark) ctx.setShadow(0, 2, 4, '#fff'); else ctx.setShadow(0, 2, 4, '#000');
if (dark)
  ctx.setShadow(0, 2, 4, '#fff')
else if (light) // in the sun
  ctx.setShadow(0, 2, 4, '#000')
else
  ctx.setShadow(0, 0, 0, '#000') // none
if (dark) { ctx.setShadow(0, 2, 4, '#fff') }
for (const color of colors) ctx.setShadow(0, 2, 4, color)
for (let blur = 0; blur < 4; blur++)
	ctx.setShadow(0, 2, blur, '#000')
while (more()) ctx.setShadow(0, 2, 4, '#000');
do ctx.setShadow(0, 2, 4, '#000')
while (more())
label: ctx.setShadow(0, 2, 4, '#000')
if (dark)
  // it glows
  ctx.setShadow(0, 2, 4, '#fff')
if (dark) /* it glows */ ctx.setShadow(0, 2, 4, '#fff')
ctx.
  setShadow(
    0, 2, 4,
    '#fff')
/* at last */ ctx.setShadow(0, 2, 4, '#fff')
switch (mood) {
  case 'dark': ctx.setShadow(0, 2, 4, '#fff'); break
  case 'light':
    ctx.setShadow(0, 2, 4, '#000')
    break
  default: ctx.setShadow(0, 0, 0, '#000')
}
ctx.setShadow(0, 2, 4, '#000')
;[ctx].length
if (dark) ctx.setShadow(0, 2, 4, '#fff')
;(ctx).fillRect(0, 0, 1, 1)
const later = () => {
  ctx.setShadow(shade.shadowOffsetX, shade.shadowOffsetY, shade.shadowBlur, shade.shadowColor)
}
export class Chart extends Component {
  ctx = Taro.createCanvasContext('chart')
  draw(color) {
    this.ctx.setShadow(0, 2, 4, color)
    if (color) this.ctx.setShadow(this.x, this.sizes[0], colors[color].blur, color)
  }
}
Taro.setShadow(0, 2, 4, '#000')
