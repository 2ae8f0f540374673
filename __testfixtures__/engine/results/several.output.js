import Taro, { Component } from '@tarojs/taro'

const ctx = Taro.createCanvasContext('chart')
ctx.shadowOffsetX = 0
ctx.shadowOffsetY = 2
ctx.shadowBlur = 4
ctx.shadowColor = '#000'
ctx.shadowOffsetX = 0;
ctx.shadowOffsetY = 2;
ctx.shadowBlur = 4;
ctx.shadowColor = '#000';
ctx.shadowOffsetX = x
ctx.shadowOffsetY = size * 2
ctx.shadowBlur = theme.blur
ctx.shadowColor = `rgba(0, 0, 0, ${theme.alpha})` // shaded
ctx.shadowOffsetX = 0 /* to the right */
ctx.shadowOffsetY = /* down */ 2 /* px */
ctx.shadowBlur = /* the blur */ 4
ctx.shadowColor = /* the color */ dark ? '#fff' : '#000'
ctx /* the chart */ .shadowOffsetX /* its shadow */ = 0;
ctx.shadowOffsetY = (2);
ctx.shadowBlur = -4;
ctx.shadowColor = (next, '#000') /* done */;
ctx.fillRect(0, 0, 1, 1); ctx.shadowOffsetX = 0; ctx.shadowOffsetY = 2; ctx.shadowBlur = 4; ctx.shadowColor = '#000'; ctx.fillRect(1, 1, 1, 1)
if (dark) {
  ctx.shadowOffsetX = 0
  ctx.shadowOffsetY = 2
  ctx.shadowBlur = 4
  ctx.shadowColor = '#fff'
}
if (dark) {
  ctx.shadowOffsetX = 0;
  ctx.shadowOffsetY = 2;
  ctx.shadowBlur = 4;
  ctx.shadowColor = '#fff';
} else {
  ctx.shadowOffsetX = 0;
  ctx.shadowOffsetY = 2;
  ctx.shadowBlur = 4;
  ctx.shadowColor = '#000';
}
if (dark) {
  ctx.shadowOffsetX = 0
  ctx.shadowOffsetY = 2
  ctx.shadowBlur = 4
  ctx.shadowColor = '#fff'
}
else if (light) { // in the sun
  ctx.shadowOffsetX = 0
  ctx.shadowOffsetY = 2
  ctx.shadowBlur = 4
  ctx.shadowColor = '#000'
}
else {
  ctx.shadowOffsetX = 0
  ctx.shadowOffsetY = 0
  ctx.shadowBlur = 0
  ctx.shadowColor = '#000'
} // none
if (dark) { ctx.shadowOffsetX = 0; ctx.shadowOffsetY = 2; ctx.shadowBlur = 4; ctx.shadowColor = '#fff' }
for (const color of colors) {
  ctx.shadowOffsetX = 0
  ctx.shadowOffsetY = 2
  ctx.shadowBlur = 4
  ctx.shadowColor = color
}
for (let blur = 0; blur < 4; blur++) {
	ctx.shadowOffsetX = 0
	ctx.shadowOffsetY = 2
	ctx.shadowBlur = blur
	ctx.shadowColor = '#000'
}
while (more()) {
  ctx.shadowOffsetX = 0;
  ctx.shadowOffsetY = 2;
  ctx.shadowBlur = 4;
  ctx.shadowColor = '#000';
}
do {
  ctx.shadowOffsetX = 0
  ctx.shadowOffsetY = 2
  ctx.shadowBlur = 4
  ctx.shadowColor = '#000'
}
while (more())
label: {
  ctx.shadowOffsetX = 0
  ctx.shadowOffsetY = 2
  ctx.shadowBlur = 4
  ctx.shadowColor = '#000'
}
if (dark) {
  // it glows
  ctx.shadowOffsetX = 0
  ctx.shadowOffsetY = 2
  ctx.shadowBlur = 4
  ctx.shadowColor = '#fff'
}
if (dark) /* it glows */ {
  ctx.shadowOffsetX = 0
  ctx.shadowOffsetY = 2
  ctx.shadowBlur = 4
  ctx.shadowColor = '#fff'
}
ctx.
  shadowOffsetX = 0
ctx.shadowOffsetY = 2
ctx.shadowBlur = 4
ctx.shadowColor = '#fff'
/* at last */ ctx.shadowOffsetX = 0; ctx.shadowOffsetY = 2; ctx.shadowBlur = 4; ctx.shadowColor = '#fff'
switch (mood) {
  case 'dark': ctx.shadowOffsetX = 0; ctx.shadowOffsetY = 2; ctx.shadowBlur = 4; ctx.shadowColor = '#fff'; break
  case 'light':
    ctx.shadowOffsetX = 0
    ctx.shadowOffsetY = 2
    ctx.shadowBlur = 4
    ctx.shadowColor = '#000'
    break
  default: ctx.shadowOffsetX = 0; ctx.shadowOffsetY = 0; ctx.shadowBlur = 0; ctx.shadowColor = '#000'
}
ctx.shadowOffsetX = 0
ctx.shadowOffsetY = 2
ctx.shadowBlur = 4
ctx.shadowColor = '#000'
;[ctx].length
if (dark) {
  ctx.shadowOffsetX = 0
  ctx.shadowOffsetY = 2
  ctx.shadowBlur = 4
  ctx.shadowColor = '#fff'
}
;(ctx).fillRect(0, 0, 1, 1)
const later = () => {
  ctx.shadowOffsetX = shade.shadowOffsetX
  ctx.shadowOffsetY = shade.shadowOffsetY
  ctx.shadowBlur = shade.shadowBlur
  ctx.shadowColor = shade.shadowColor
}
export class Chart extends Component {
  ctx = Taro.createCanvasContext('chart')
  draw(color) {
    this.ctx.shadowOffsetX = 0
    this.ctx.shadowOffsetY = 2
    this.ctx.shadowBlur = 4
    this.ctx.shadowColor = color
    if (color) {
      this.ctx.shadowOffsetX = this.x
      this.ctx.shadowOffsetY = this.sizes[0]
      this.ctx.shadowBlur = colors[color].blur
      this.ctx.shadowColor = color
    }
  }
}
Taro.setShadow(0, 2, 4, '#000')
