import { Component } from 'react'
import Taro from '@tarojs/taro'

interface Recorder {
  startRecord(): void
  stopRecord: () => void
}

class Page extends Component<Recorder> implements Recorder {
  startRecord() {
    Taro.showLoading({ title: 'startRecord' })
  }
  stopRecord = () => {}
  #startRecord = 1
  render() {
    this.startRecord()
    this.props.stopRecord()
    return <View startRecord={this.startRecord} onClick={() => this.stopRecord()} />
  }
}

function startRecord() {}
startRecord()
const stopRecord = () => startRecord
stopRecord()
export { startRecord }
export default { startRecord, stopRecord, Page }
