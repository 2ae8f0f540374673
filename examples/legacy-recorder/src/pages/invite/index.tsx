/**
 * 邀请海报
 * 封面、头像和小程序码合成一张图，可以保存到相册
 */
import { Component } from 'react'
import Taro from '@tarojs/taro'
import { View, Text, Button, Canvas } from '@tarojs/components'

const WIDTH = 300
const HEIGHT = 400

const IMAGES = [
  'https://example.com/cover.png',
  'https://example.com/avatar.png',
  'https://example.com/qrcode.png'
]

type State = {
  tip: string
}

export default class Invite extends Component<{}, State> {
  state: State = { tip: '' }

  onReady() {
    this.paint()
  }

  paint = async () => {
    Taro.showLoading({ title: '生成中' })
    // canvas 不能直接画网络图片，先下载
    const [cover, avatar, code] = await Promise.all(IMAGES.map(src => Taro.getImageInfo({ src })))
    const ctx = Taro.createCanvasContext('invite')

    ctx.setFillStyle('#ffffff')
    ctx.fillRect(0, 0, WIDTH, HEIGHT)
    ctx.drawImage(cover.path, 0, 0, WIDTH, 200)

    // 圆形头像
    ctx.save()
    ctx.beginPath()
    ctx.arc(50, 250, 30, 0, Math.PI * 2)
    ctx.clip()
    ctx.drawImage(avatar.path, 20, 220, 60, 60)
    ctx.restore()

    ctx.setFillStyle('#333333')
    ctx.setFontSize(16)
    ctx.fillText('小明邀请你一起录音', 95, 245)
    ctx.setFillStyle('#999999')
    ctx.setFontSize(12)
    ctx.fillText('长按识别小程序码', 95, 270)
    ctx.drawImage(code.path, 110, 300, 80, 80)

    ctx.draw(false, () => {
      Taro.hideLoading()
      this.setState({ tip: '海报已生成' })
    })
  }

  save = () => {
    Taro.canvasToTempFilePath({
      canvasId: 'invite',
      success: ({ tempFilePath }) => {
        Taro.saveImageToPhotosAlbum({
          filePath: tempFilePath,
          success: () => this.setState({ tip: '已保存到相册' }),
          fail: ({ errMsg }) => this.setState({ tip: errMsg })
        })
      },
      fail: ({ errMsg }) => this.setState({ tip: errMsg })
    })
  }

  render() {
    return (
      <View className='page'>
        <Canvas canvasId='invite' style={`width: ${WIDTH}px; height: ${HEIGHT}px`} />
        <Button className='btn' onClick={this.save}>保存到相册</Button>
        <Text className='tip'>{this.state.tip}</Text>
      </View>
    )
  }
}
