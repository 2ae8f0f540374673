const e = wx.createCanvasContext('a')
// The value is unused: sequences, logical and conditional expressions, loops, arrow functions.
a(), e.lineWidth = 1
e.lineWidth = 1, e.lineCap = 'round', e.shadowOffsetX = 1, e.shadowOffsetY = 2, e.shadowBlur = 3, e.shadowColor = 'red'
x && (e.fillStyle = 'red')
x || (e.fillStyle = 'red')
x ?? (e.fillStyle = 'red' /* c */)
x ? (e.fillStyle = 'red') : (e.fillStyle = 'blue')
x ? y && (e.lineWidth = 2) : (b(), e.lineWidth = 3)
x && (a(), e.globalAlpha = 1, b())
x && (e.shadowOffsetX = 1, e.shadowOffsetY = 2, e.shadowBlur = 3, e.shadowColor = 'red')
x ? (e.shadowOffsetX = 1, e.shadowOffsetY = 2, e.shadowBlur = 3, e.shadowColor = 'red') : a()
for (e.lineWidth = 1, i = 0; i < 2; e.lineWidth = i++) e.stroke()
for (e.lineWidth = 1; x; ) break
const set = () => { e.lineWidth = 1 }
colors.forEach((color) => { e.fillStyle = color })
const both = async (x) => { e.shadowOffsetX = x; e.shadowOffsetY = 2; e.shadowBlur = 3; e.shadowColor = 'red' }
a(function(){x&&(e.lineWidth = 1),e.lineCap = "round"})
void 0, e.lineWidth = 4
// The value may be used.
const paren = () => (e.setLineWidth(1))
const last = () => (a(), e.setLineWidth(1))
const and = () => x && e.setLineWidth(1)
const value = (a(), e.setLineWidth(1))
if (e.setLineWidth(1) || x) a()
e.setLineWidth(1) && a()
e.setLineWidth(1) ? a() : b()
for (; e.setLineWidth(1); ) break
function f() { return e.setLineWidth(1) }
a(x && e.setLineWidth(1))
