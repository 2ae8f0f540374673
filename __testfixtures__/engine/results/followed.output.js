import Taro, { createCanvasContext as create } from '@tarojs/taro'
import { useMemo, useRef } from 'react'

const { createCanvasContext } = wx
const one = create('one'), two = createCanvasContext('two'), same = one
let three
three = cond ? wx.createCanvasContext('three') : Taro.createCanvasContext('four', this)
let four = null
export function draw() {
  one.lineWidth = 1
  two.lineWidth = 2
  same.lineWidth = 1
  three.lineWidth = 3
  four = Taro.createCanvasContext('four')
  four.lineWidth = 4
  make().lineWidth = 5
  const inner = () => { five.lineWidth = 6 }
  const five = make()
  return inner
}
const make = () => Taro.createCanvasContext('five')
const held = { ctx: make() }
const { ctx: taken } = held
taken.setLineWidth(7)
held.ctx.setLineWidth(8)
function Chart() {
  const ref = useRef(null)
  ref.current = Taro.createCanvasContext('ref')
  ref.current.lineWidth = 9
  const memo = useMemo(() => Taro.createCanvasContext('memo'), [])
  memo.lineWidth = 10
}
const audio = await Taro.createAudioContext('audio')
audio.src = 'a.mp3'
audio.setLineWidth(1)
one.setSrc('a.mp3')
