const KEY = 'setFillStyle'
const ctx = wx.createCanvasContext('chart')
ctx['fillStyle'] = 'red'
ctx['fillStyle' /* fill */] = ('red')
ctx?.[KEY]('red')
ctx[name]('red')
ctx[setFillStyle]('red')
const { [setFillStyle]: taken, ['setFillStyle']: other } = ctx
'setFillStyle' in ctx
jest.spyOn(ctx, 'setFillStyle')
jest.spyOn(other, 'setFillStyle')
class Chart {
  #ctx = wx.createCanvasContext('chart')
  static shared = wx.createCanvasContext('shared')
  draw() {
    this.#ctx.setFillStyle('red')
    Chart.shared.setFillStyle('red')
  }
  static fill() {
    this.shared.fillStyle = 'red'
  }
}
for (const each of [ctx]) each.setFillStyle('red')
