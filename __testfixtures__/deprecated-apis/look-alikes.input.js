import Taro from '@tarojs/taro'
import { getShareInfo } from './files'
import * as api from './api'

class Page {
  reportAnalytics() {}
  getUserInfo = () => {}
  open() {
    this.reportAnalytics()
    this.getUserInfo()
  }
}

// Of hosts that have not deprecated them.
my.getUserInfo()
tt.createCanvasContext('canvas').setFillStyle('red')
swan.faceDetect({})
wx.closeSocket()
Taro.closeSocket()
wx.getClipboard()

// Other objects with members of these names.
const node = document.createElement('canvas').getContext('2d')
node.setFillStyle('red')
const inner = Taro.createInnerAudioContext()
inner.play()
const camera = Taro.createCameraContext()
camera.translateMarker()
export function draw(ctx, player) {
  ctx.setFillStyle('red')
  ctx.createCanvasContext('canvas')
  player.setSrc('a.mp3')
}

getShareInfo('a')
api.getUserProfile()
export const isThere = wx.canIUse('getUserProfile') && typeof wx.getUserProfile === 'function'
export const names = ['createCanvasContext', 'createAudioContext', 'createMapContext']
