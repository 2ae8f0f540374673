import Taro, { createCanvasContext } from '@tarojs/taro'
import { useReady } from '@tarojs/taro'

function paint(ctx, color) {
  ctx.fillStyle = color
  ctx.fillRect(0, 0, 100, 100)
}

export default function Poster({ color }) {
  useReady(() => {
    const ctx = Taro.createCanvasContext('poster')
    paint(ctx, color)
    ctx.lineWidth = 2
    ctx.shadowOffsetX = 0
    ctx.shadowOffsetY = 2
    ctx.shadowBlur = 4
    ctx.shadowColor = color
    ctx.draw()
    createCanvasContext('other').lineCap = 'round'
    wx.createCanvasContext('third').lineJoin = 'round'
  })
  return null
}
