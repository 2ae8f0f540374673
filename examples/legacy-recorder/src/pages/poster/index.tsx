/**
 * 分享海报
 * 把录音的波形画成一张卡片
 */
import { useState } from 'react'
import Taro from '@tarojs/taro'
import { View, Text, Button, Canvas } from '@tarojs/components'

const WIDTH = 300
const HEIGHT = 200
const levels = [8, 24, 40, 16, 32, 56, 20, 12]

export default function Poster() {
  const [tip, setTip] = useState('')

  const paint = (dark: boolean) => {
    setTip('')
    const ctx = Taro.createCanvasContext('poster')

    // 背景
    const sky = ctx.createLinearGradient(0, 0, 0, HEIGHT)
    sky.addColorStop(0, dark ? '#223355' : '#ddeeff')
    sky.addColorStop(1, dark ? '#000000' : '#ffffff')
    ctx.setFillStyle(sky)
    ctx.fillRect(0, 0, WIDTH, HEIGHT)

    // 卡片
    ctx.setShadow(0, 6, 12, 'rgba(0, 0, 0, 0.5)')
    ctx.setFillStyle(dark ? '#334455' : '#ffffff')
    ctx.fillRect(20, 20, WIDTH - 40, HEIGHT - 40)
    ctx.setShadow(0, 0, 0, 'transparent')

    // 波形，夜间发光
    ctx.setStrokeStyle('#07c160')
    ctx.setLineWidth(6)
    ctx.setLineCap('round')
    ctx.setLineJoin('round')
    if (dark) ctx.setShadow(0, 0, 10, '#07c160')
    ctx.beginPath()
    levels.forEach((level, index) => {
      const x = 60 + index * 25
      ctx.moveTo(x, 110 - level / 2)
      ctx.lineTo(x, 110 + level / 2)
    })
    ctx.stroke()

    // 标题
    ctx.setGlobalAlpha(0.8)
    ctx.setFillStyle(dark ? '#ffffff' : '#333333')
    ctx.setFontSize(16)
    ctx.setTextAlign('center')
    ctx.fillText('我的录音', WIDTH / 2, 60)
    ctx.draw(false, () => setTip(dark ? '夜间海报已生成' : '海报已生成'))
  }

  return (
    <View className='page'>
      <Canvas id='poster' canvasId='poster' style={`width: ${WIDTH}px; height: ${HEIGHT}px`} />
      <Button className='btn' onClick={() => paint(false)}>生成海报</Button>
      <Button className='btn' onClick={() => paint(true)}>生成夜间海报</Button>
      <Text className='tip'>{tip}</Text>
    </View>
  )
}
