import { Component } from 'react'
import { View, Button, Text } from '@tarojs/components'
import Taro from '@tarojs/taro'

const programs = ['https://example.com/morning-3000.mp3', 'https://example.com/evening-60000.mp3']

interface State {
  index: number
  tip: string
}

// 一个节目播完后自动播下一个
export default class Radio extends Component<{}, State> {
  state: State = { index: 0, tip: '未播放' }

  componentDidMount () {
    Taro.onBackgroundAudioPlay(() => this.setState({ tip: `第 ${this.state.index + 1} 个节目` }))
    Taro.onBackgroundAudioPause(() => this.setState({ tip: '已暂停' }))
    Taro.onBackgroundAudioStop(() => {
      this.setState({ tip: '已停止' })
      if (this.state.index < programs.length - 1) {
        this.setState({ index: this.state.index + 1 }, this.play)
      }
    })
  }

  play = () => {
    Taro.playBackgroundAudio({
      dataUrl: programs[this.state.index],
      fail: err => Taro.showToast({ title: err.errMsg, icon: 'none' })
    })
  }

  pause = () => {
    Taro.pauseBackgroundAudio()
  }

  skip = () => {
    Taro.seekBackgroundAudio({ position: 30 })
  }

  progress = async () => {
    const { status, currentPosition, duration } = await Taro.getBackgroundAudioPlayerState()
    this.setState({ tip: status === 2 ? '没有节目' : `${currentPosition} / ${duration} 秒` })
  }

  render () {
    return (
      <View className='page'>
        <Button className='btn' onClick={this.play}>播放</Button>
        <Button className='btn' onClick={this.pause}>暂停</Button>
        <Button className='btn' onClick={this.skip}>跳到 30 秒</Button>
        <Button className='btn' onClick={this.progress}>进度</Button>
        <Button className='btn' onClick={() => Taro.stopBackgroundAudio()}>停止</Button>
        <Text className='tip'>{this.state.tip}</Text>
      </View>
    )
  }
}
