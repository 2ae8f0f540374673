import Taro from '@tarojs/taro'
import { painter } from './painter'
import chart from 'chart'

let ctx = Taro.createCanvasContext('chart')
export function use(next) {
  ctx = next
}
ctx.setFillStyle('red')
let either = Taro.createCanvasContext('chart')
either = Taro.createAudioContext('audio')
either.setFillStyle('red')
const maybe = wx.createCanvasContext && wx.createCanvasContext('chart')
maybe.setFillStyle('red')
const offscreen = cond ? Taro.createOffscreenCanvas() : Taro.createCanvasContext('chart')
offscreen.setFillStyle('red')
painter.setFillStyle('red')
chart.setFillStyle('red')
document.getElementById('chart').setFillStyle('red')
const mine = { setFillStyle() {}, strokeText: 1 }
mine.setFillStyle('red')
Taro.setFillStyle('red')
Taro.createSelectorQuery().setFillStyle('red')
Taro.createCanvasContext('chart').canvas.setFillStyle('red')
new Painter().setFillStyle('red')
setFillStyle('red')
class Pen {
  setFillStyle(color) {
    this.color = color
  }
  draw() {
    this.setFillStyle('red')
    super.setFillStyle('red')
  }
}
painter.prototype.setFillStyle = function () {}
painter[setFillStyle] = 'setFillStyle'
// taro-modernize-ignore its own
Taro.createCanvasContext('chart').setFillStyle('red')
