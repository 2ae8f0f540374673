import { Component } from 'react'
import Taro from '@tarojs/taro'
import { View, Text, Button } from '@tarojs/components'

interface State {
  tempFilePath: string
}

export default class DocExample extends Component<{}, State> {
  state: State = {
    tempFilePath: ''
  }

  handleRecord() {
    var that = this
    Taro.startRecord({
      success: function (res) {
        const tempFilePath = res.tempFilePath
        that.setState({ tempFilePath })
      }
    })
    setTimeout(function () {
      Taro.stopRecord() // 结束录音
    }, 10000)
  }

  render() {
    const { tempFilePath } = this.state
    return (
      <View className='page'>
        <Text className='title'>录 10 秒</Text>
        <Button className='btn' onClick={this.handleRecord.bind(this)}>开始录音</Button>
        <Text className='result'>{tempFilePath}</Text>
      </View>
    )
  }
}
