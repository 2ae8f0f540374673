import { Component } from 'react'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react'

@observer
export default class Page extends Component<{ id: string }> {
  @observable path = ''
  start = () => Taro.startRecord({ success: ({ tempFilePath }) => { this.path = tempFilePath } })
  #stop = (): void => { Taro.stopRecord() }
  render() {
    return <View onTouchStart={this.start} onTouchEnd={() => this.#stop()}>{Taro.getEnv()}</View>
  }
}
