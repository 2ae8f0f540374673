import { Component } from 'react'
import Taro from '@tarojs/taro'
import { View, Text, Button } from '@tarojs/components'

type Point = { latitude: number; longitude: number }

type State = {
  running: boolean
  points: Point[]
  seconds: number
}

// 跑步记录，跟录音没关系
export default class Run extends Component<{}, State> {
  state: State = { running: false, points: [], seconds: 0 }

  timer: any = null

  componentWillUnmount() {
    this.stopRecord()
  }

  startRecord() {
    this.setState({ running: true, points: [], seconds: 0 })
    this.timer = setInterval(() => {
      this.setState({ seconds: this.state.seconds + 1 })
      this.track()
    }, 1000)
  }

  stopRecord() {
    clearInterval(this.timer)
    this.timer = null
    this.setState({ running: false })
  }

  track() {
    Taro.getLocation({ type: 'gcj02' }).then(({ latitude, longitude }) => {
      this.setState({ points: [...this.state.points, { latitude, longitude }] })
    })
  }

  toggle = () => {
    if (this.state.running) this.stopRecord()
    else this.startRecord()
  }

  render() {
    const { running, points, seconds } = this.state
    return (
      <View className='page'>
        <Button className='btn' onClick={this.toggle}>{running ? '结束跑步' : '开始跑步'}</Button>
        <Text className='status'>{seconds} 秒</Text>
        <Text className='result'>{points.length} 个点</Text>
      </View>
    )
  }
}
