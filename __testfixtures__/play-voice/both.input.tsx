import Taro, { Component } from '@tarojs/taro'
import { View } from '@tarojs/components'

export default class Talk extends Component {
  state = { path: '' }

  start = () => {
    Taro.startRecord({ success: ({ tempFilePath }) => this.setState({ path: tempFilePath }) })
  }

  again = () => {
    Taro.stopRecord()
    Taro.playVoice({ filePath: this.state.path })
  }

  render() {
    return <View onClick={this.again} onLongPress={Taro.pauseVoice} />
  }
}
