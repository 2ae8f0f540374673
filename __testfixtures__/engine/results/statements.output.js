import Taro from '@tarojs/taro'

const ctx = Taro.createCanvasContext('chart')
ctx.fillStyle = 'red'
ctx.fillStyle = 'red';
ctx.fillStyle = (draw(), 'red')
ctx.fillStyle = ('red')
ctx.fillStyle = /* the fill */ 'red' /* red */ // filled
ctx.fillStyle = /* the fill */ 'red' /* is red */
ctx /* the chart */ . /* its */ fillStyle /* fill */ = 'red'
ctx['fillStyle'] = "red"; ctx[`lineWidth`] = 2
ctx.fillStyle = color = 'red'
ctx.fillStyle = (size) => size
ctx.fillStyle = { color: 'red' };
[ctx].length
if (color) ctx.fillStyle = color; else ctx.lineWidth = 1
for (const width of widths) ctx.lineWidth = width
do ctx.lineWidth = 1
while (more())
(ctx.lineWidth) = 3
;(ctx.lineWidth = 4)
Taro.createCanvasContext('other').lineWidth = ctx.setLineWidth
ctx.outlineText('a', 1, 1).toString()
ctx.paintImage('a.png', 1)
function* fill() {
  ctx.fillStyle = yield
  ctx.fillStyle = yield 'red'
}
const late = async () => { ctx.fillStyle = await color() }
label: ctx.lineWidth = 5
