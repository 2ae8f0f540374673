import { Component, useRef } from 'react'
import Taro, { createCameraContext } from '@tarojs/taro'

const context = Taro.createCameraContext()
context.startRecord({})
createCameraContext().stopRecord({})
wx.createCameraContext().startRecord()

export class Camera extends Component {
  ctx = Taro.createCameraContext()
  other: Taro.CameraContext
  componentDidMount() {
    this.pusher = wx.createLivePusherContext()
  }
  start() {
    this.ctx.startRecord({})
    this.pusher.stopRecord()
  }
}

export function Hook() {
  const camera = useRef<Taro.CameraContext>(null)
  camera.current = Taro.createCameraContext()
  let late
  late = Taro.createCameraContext()
  camera.current.startRecord({})
  late.stopRecord()
}

function helper(camera: Taro.CameraContext) {
  camera.startRecord({})
}
