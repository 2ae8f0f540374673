import { recorder } from 'taro-modernize/runtime/recorder'

const camera = 1
Page({
  data: { other: wx.createCameraContext() },
  onLoad() {
    this.setData({ camera: wx.createCameraContext() })
    this.data.late = wx.createLivePusherContext()
  },
  go() {
    const { camera } = this.data
    camera.startRecord({})
    this.data.camera.startRecord({})
    this.data.other.stopRecord({})
    this.data.late.stopRecord({})
    recorder.start({})
  },
})
