import { Component } from 'react'
import Taro from '@tarojs/taro'
import { View, Text, Button } from '@tarojs/components'
import { finish } from '../../utils/stop'

interface State {
  file: string
  error: string
}

export default class Record extends Component<{}, State> {
  state: State = { file: '', error: '' }

  start = () => {
    Taro.startRecord({
      success: ({ tempFilePath }) => {
        this.setState({ file: tempFilePath })
      },
      fail: ({ errMsg }) => {
        this.setState({ error: errMsg })
      }
    })
  }

  stop = () => {
    finish()
  }

  render() {
    return (
      <View>
        <Button onClick={this.start}>开始录音</Button>
        <Button onClick={this.stop}>停止录音</Button>
        <Text>{this.state.file}</Text>
        <Text>{this.state.error}</Text>
      </View>
    )
  }
}
