import Taro from '@tarojs/taro'

const ctx = Taro.createCanvasContext('chart')
ctx.setFillStyle('red')
ctx.setFillStyle('red');
ctx.setFillStyle((draw(), 'red'))
ctx.setFillStyle(('red'))
ctx.setFillStyle( /* the fill */ 'red' /* red */, ) // filled
ctx.setFillStyle(
  // the fill
  'red', // is red
)
ctx /* the chart */ . /* its */ setFillStyle /* fill */ ('red')
ctx['setFillStyle']("red"); ctx[`setLineWidth`](2)
ctx.setFillStyle(color = 'red')
ctx.setFillStyle((size) => size)
ctx.setFillStyle({ color: 'red' });
[ctx].length
if (color) ctx.setFillStyle(color); else ctx.setLineWidth(1)
for (const width of widths) ctx.setLineWidth(width)
do ctx.setLineWidth(1)
while (more())
(ctx.setLineWidth)(3)
;(ctx.setLineWidth(4))
Taro.createCanvasContext('other').setLineWidth(ctx.setLineWidth)
ctx.strokeText('a', 1, 1).toString()
ctx.drawImage('a.png', 0, 1)
function* fill() {
  ctx.setFillStyle(yield)
  ctx.setFillStyle(yield 'red')
}
const late = async () => { ctx.setFillStyle(await color()) }
label: ctx.setLineWidth(5)
