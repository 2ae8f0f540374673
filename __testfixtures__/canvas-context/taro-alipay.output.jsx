import Taro, { createCanvasContext } from '@tarojs/taro'
import { useReady } from '@tarojs/taro'

function paint(ctx, color) {
  ctx.setFillStyle(color)
  ctx.fillRect(0, 0, 100, 100)
}

export default function Poster({ color }) {
  useReady(() => {
    const ctx = Taro.createCanvasContext('poster')
    paint(ctx, color)
    ctx.setLineWidth(2)
    ctx.setShadow(0, 2, 4, color)
    ctx.draw()
    createCanvasContext('other').setLineCap('round')
    wx.createCanvasContext('third').lineJoin = 'round'
  })
  return null
}
