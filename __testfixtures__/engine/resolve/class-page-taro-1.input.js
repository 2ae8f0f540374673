import Taro, { Component } from '@tarojs/taro'
import { View, Button } from '@tarojs/components'

export default class Index extends Component {
  config = {
    navigationBarTitleText: 'startRecord',
    permission: { 'scope.record': { desc: '录音' } },
  }

  state = { path: '' }

  async componentDidShow() {
    const { authSetting } = await Taro.getSetting()
    if (!authSetting['scope.record']) await Taro.authorize({ scope: 'scope.record' })
    await Taro.startRecord({ success: (res) => this.setState({ path: res.tempFilePath }) })
  }

  async record() {
    const { tempFilePath } = await Taro.startRecord()
    this.setState({ path: tempFilePath })
  }

  render() {
    return (
      <View>
        <Button onClick={this.record}>{this.state.path}</Button>
        <Button onClick={Taro.stopRecord}>stopRecord</Button>
      </View>
    )
  }
}
