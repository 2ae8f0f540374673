import Taro, { Component } from '@tarojs/taro'
import { View, Text } from '@tarojs/components'

// 老页面直接用 wx
export default class Talk extends Component {
  config = { navigationBarTitleText: '按住说话' }

  state = { files: [] }

  handleStart = () => {
    wx.startRecord({
      success: ({ tempFilePath }) => {
        this.setState({ files: this.state.files.concat(tempFilePath) })
      }
    })
  }

  handleEnd = () => {
    wx.stopRecord()
  }

  render () {
    const { files } = this.state
    return (
      <View className='page'>
        {files.map(file => <Text key={file}>{file}</Text>)}
        <View onTouchStart={this.handleStart} onTouchEnd={this.handleEnd}>按住说话</View>
      </View>
    )
  }
}
