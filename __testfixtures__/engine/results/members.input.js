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
    ctx.setFillStyle('red')
    other.setLineWidth(1)
    this.ctx.setFillStyle('red')
    this.audio.setSrc('a.mp3')
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
    this.ctx.setFillStyle('red')
    this.data.ctx.setFillStyle('red')
    setTimeout(() => this.ctx.setLineWidth(1))
    setTimeout(function () {
      this.ctx.setLineWidth(1)
    })
  },
})
