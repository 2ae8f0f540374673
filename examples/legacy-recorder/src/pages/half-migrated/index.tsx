import { Component } from 'react'
import Taro from '@tarojs/taro'
import { View, Text, Button } from '@tarojs/components'

const recorderManager = Taro.getRecorderManager()

type State = {
  status: string
  hdFile: string
  file: string
}

// TODO: 旧接口慢慢换成 recorderManager
export default class HdRecord extends Component<{}, State> {
  state: State = { status: '', hdFile: '', file: '' }

  componentDidMount() {
    recorderManager.onStart(() => {
      this.setState({ status: '高清录音中' })
    })
    recorderManager.onStop(res => {
      console.log('onStop', res)
      this.setState({ status: '高清录音完成', hdFile: res.tempFilePath })
    })
    recorderManager.onError(res => {
      this.setState({ status: res.errMsg })
    })
  }

  startHd = () => {
    recorderManager.start({
      duration: 600000,
      sampleRate: 44100,
      numberOfChannels: 1,
      encodeBitRate: 192000,
      format: 'mp3'
    })
  }

  stopHd = () => {
    recorderManager.stop()
  }

  start = () => {
    this.setState({ status: '普通录音中' })
    Taro.startRecord({
      success: res => {
        this.setState({ status: '普通录音完成', file: res.tempFilePath })
      },
      fail: res => {
        this.setState({ status: res.errMsg })
      }
    })
  }

  stop = () => {
    Taro.stopRecord()
  }

  render() {
    const { status, hdFile, file } = this.state
    return (
      <View className='page'>
        <Button className='btn' onClick={this.startHd}>高清录音</Button>
        <Button className='btn' onClick={this.stopHd}>停止高清录音</Button>
        <Button className='btn' onClick={this.start}>普通录音</Button>
        <Button className='btn' onClick={this.stop}>停止普通录音</Button>
        <Text className='status'>{status}</Text>
        <Text className='hd'>{hdFile}</Text>
        <Text className='result'>{file}</Text>
      </View>
    )
  }
}
