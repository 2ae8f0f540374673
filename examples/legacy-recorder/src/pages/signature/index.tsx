/**
 * 手写签名
 */
import { useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import { View, Text, Button, Canvas } from '@tarojs/components'

const CANVAS_ID = 'signature'

export default function Signature() {
  const pen = useRef<Taro.CanvasContext>()
  const last = useRef({ x: 0, y: 0 })
  const [result, setResult] = useState('')

  const pointOf = ({ touches, currentTarget }) => {
    const { x, y, pageX, pageY } = touches[0]
    // h5 的触摸点没有 x 和 y
    if (x === undefined) return { x: pageX - currentTarget.offsetLeft, y: pageY - currentTarget.offsetTop }
    return { x, y }
  }

  const handleStart = e => {
    pen.current = Taro.createCanvasContext(CANVAS_ID)
    last.current = pointOf(e)
  }

  const handleMove = e => {
    const ctx = pen.current!
    const point = pointOf(e)
    ctx.setStrokeStyle('#1a1a1a')
    ctx.setLineWidth(4)
    ctx.setLineCap('round')
    ctx.beginPath()
    ctx.moveTo(last.current.x, last.current.y)
    ctx.lineTo(point.x, point.y)
    ctx.stroke()
    ctx.draw(true)
    last.current = point
  }

  const clear = () => {
    Taro.createCanvasContext(CANVAS_ID).draw()
    setResult('')
  }

  const submit = async () => {
    try {
      const { tempFilePath } = await Taro.canvasToTempFilePath({ canvasId: CANVAS_ID, fileType: 'png' })
      setResult(tempFilePath)
    } catch (error) {
      setResult(error.errMsg)
    }
  }

  return (
    <View className='page'>
      <Canvas
        id={CANVAS_ID}
        canvasId={CANVAS_ID}
        disableScroll
        style='width: 300px; height: 150px'
        onTouchStart={handleStart}
        onTouchMove={handleMove}
      />
      <Button className='btn' onClick={clear}>重写</Button>
      <Button className='btn' onClick={submit}>提交签名</Button>
      <Text className='result'>{result}</Text>
    </View>
  )
}
