import { Component } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { recorder } from 'taro-modernize/runtime/recorder'
import { voice } from 'taro-modernize/runtime/voice'

export default class Talk extends Component {
  state = { path: '' }

  start = () => {
    recorder.start({ success: ({ tempFilePath }) => this.setState({ path: tempFilePath }) })
  }

  again = () => {
    recorder.stop()
    voice.play({ filePath: this.state.path })
  }

  render() {
    return <View onClick={this.again} onLongPress={voice.pause} />
  }
}
