import { Component } from 'react'
import Taro from '@tarojs/taro'
import { View, Text, Button } from '@tarojs/components'
import { uploadVoice } from '../../utils/upload'

interface State {
  path: string
  status: string
  url: string
}

// 录一段，听一遍，再发出去
export default class VoiceMessage extends Component<{}, State> {
  state: State = { path: '', status: '空闲', url: '' }

  start = () => {
    this.setState({ status: '录音中' })
    Taro.startRecord({
      success: ({ tempFilePath }) => this.setState({ path: tempFilePath, status: '已录好' }),
      fail: ({ errMsg }) => this.setState({ status: errMsg })
    })
  }

  stop = () => {
    Taro.stopRecord()
  }

  // 停下录音，听上一段
  last = () => {
    Taro.stopRecord()
    Taro.playVoice({ filePath: this.state.path })
  }

  play = () => {
    this.setState({ status: '播放中' })
    Taro.playVoice({
      filePath: this.state.path,
      success: () => this.setState({ status: '播放完' }),
      fail: ({ errMsg }) => this.setState({ status: errMsg })
    })
  }

  pause = () => {
    Taro.pauseVoice()
    this.setState({ status: '已暂停' })
  }

  send = async () => {
    Taro.stopVoice()
    const { url } = await uploadVoice(this.state.path)
    this.setState({ url })
  }

  render() {
    const { path, status, url } = this.state
    return (
      <View className='page'>
        <Text className='title'>语音留言</Text>
        <Button className='btn' onClick={this.start}>录音</Button>
        <Button className='btn' onClick={this.stop}>录完</Button>
        <Button className='btn' onClick={this.play}>试听</Button>
        <Button className='btn' onClick={this.pause}>暂停</Button>
        <Button className='btn' onClick={this.last}>听上一段</Button>
        <Button className='btn' onClick={this.send}>发送</Button>
        <Text className='status'>{status}</Text>
        <Text className='result'>{path}</Text>
        <Text className='url'>{url}</Text>
      </View>
    )
  }
}
