import Taro, { Component } from '@tarojs/taro'
import { View, Text, Button } from '@tarojs/components'

export default class Index extends Component {
  config = { navigationBarTitleText: '录音' }

  state = { status: '未录音', file: '' }

  start = () => {
    this.setState({ status: '录音中' })
    Taro.startRecord({
      success: res => {
        this.setState({ status: '完成', file: res.tempFilePath })
      },
      fail: res => {
        this.setState({ status: res.errMsg })
      }
    })
  }

  stop = () => {
    Taro.stopRecord()
  }

  render () {
    const { status, file } = this.state
    return (
      <View className='page'>
        <Button onClick={this.start}>开始录音</Button>
        <Button onClick={this.stop}>停止录音</Button>
        <Text>{status}</Text>
        <Text>{file}</Text>
      </View>
    )
  }
}
