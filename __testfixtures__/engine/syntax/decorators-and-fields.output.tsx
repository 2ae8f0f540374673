import { Component } from 'react'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react'
import { recorder } from 'taro-modernize/runtime/recorder'

@observer
export default class Page extends Component<{ id: string }> {
  @observable path = ''
  start = () => recorder.start({ success: ({ tempFilePath }) => { this.path = tempFilePath } })
  #stop = (): void => { recorder.stop() }
  render() {
    return <View onTouchStart={this.start} onTouchEnd={() => this.#stop()}>{Taro.getEnv()}</View>
  }
}
