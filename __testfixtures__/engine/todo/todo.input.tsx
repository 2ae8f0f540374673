import { Component } from 'react'
import Taro from '@tarojs/taro'

export default class Page extends Component<{ camera: any }> {
  start = () => getCamera().startRecord({})
  stop() {
    if (this.props.camera) {
      const ok = true
      if (ok) getCamera().stopRecord(), getCamera().stopRecord({})
    }
    // TODO(taro-modernize): stopRecord: something that was mended since (REC105).
    Taro.stopRecord()
    return Taro.getEnv()
  }
  render() {
    return (
      <View
        onClick={() => {
          getCamera().startRecord()
        }}
      />
    )
  }
}

export const go = (camera) => camera.startRecord({})
// TODO: another's
delete Taro.startRecord
