import Taro from '@tarojs/taro'
import { Pen } from './pen'

export const pen = { setFillStyle(color) { this.color = color } }
pen.setFillStyle('red')

class Painter {
  setLineWidth() {}
  setShadow(x, y, blur, color) { this.shadow = { x, y, blur, color } }
  paint() { this.setLineWidth(1); this.setShadow(0, 2, 4, '#000') }
}
new Painter().setLineWidth(1)
new Pen().setLineWidth(1)

const node = document.createElement('canvas').getContext('2d')
node.setFillStyle('red')
node.setShadow(0, 2, 4, '#000')
my.createCanvasContext('a').setShadow(0, 2, 4, '#000')
light.setShadow(0, 2, 4, '#000')
Taro.createSelectorQuery().select('#a').fields({ node: true }).exec(([{ node }]) => {
  const ctx = node.getContext('2d')
  ctx.setFillStyle('red')
})
const offscreen = Taro.createOffscreenCanvas({ type: '2d' }).getContext('2d')
offscreen.setLineWidth(1)
const either = legacy ? Taro.createCanvasContext('a') : node
either.setFillStyle('red')

// Whoever calls it says what it is.
export function draw(ctx) {
  ctx.setFillStyle('red')
}
