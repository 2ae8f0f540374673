import Taro, { Component } from '@tarojs/taro'
import { View, Button } from '@tarojs/components'
import { recorder } from 'taro-modernize/runtime/recorder'

export default class Index extends Component {
  config = {
    navigationBarTitleText: 'startRecord',
    permission: { 'scope.record': { desc: '录音' } },
  }

  state = { path: '' }

  async componentDidShow() {
    const { authSetting } = await Taro.getSetting()
    if (!authSetting['scope.record']) await Taro.authorize({ scope: 'scope.record' })
    await recorder.start({ success: (res) => this.setState({ path: res.tempFilePath }) })
  }

  async record() {
    const { tempFilePath } = await recorder.start()
    this.setState({ path: tempFilePath })
  }

  render() {
    return (
      <View>
        <Button onClick={this.record}>{this.state.path}</Button>
        <Button onClick={recorder.stop}>stopRecord</Button>
      </View>
    )
  }
}
