import Taro, { Component } from '@tarojs/taro'

export class Chart extends Component {
  ctx = null
  audio = Taro.createAudioContext('audio')

  componentDidMount() {
    this.ctx = Taro.createCanvasContext('chart')
    this.other = Taro.createCanvasContext('other')
    this.mixed = Taro.createCanvasContext('mixed')
  }

  draw() {
    const { ctx, other } = this
    ctx.fillStyle = 'red'
    other.lineWidth = 1
    this.ctx.fillStyle = 'red'
    this.audio.src = 'a.mp3'
    this.mixed.setFillStyle('red')
    const self = this
    self.ctx.setFillStyle('red')
  }

  reset(mixed) {
    this.mixed = mixed
  }
}

Page({
  onReady() {
    this.ctx = wx.createCanvasContext('chart')
    this.setData({ ctx: wx.createCanvasContext('data') })
  },
  draw() {
    this.ctx.fillStyle = 'red'
    this.data.ctx.setFillStyle('red')
    setTimeout(() => { this.ctx.lineWidth = 1 })
    setTimeout(function () {
      this.ctx.setLineWidth(1)
    })
  },
})
