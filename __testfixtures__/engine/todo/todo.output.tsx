import { Component } from 'react'
import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

export default class Page extends Component<{ camera: any }> {
  // TODO(taro-modernize): startRecord: the object is the result of a call, so it is not certain whose method this is (REC105). Run npx taro-modernize scan, which asks TypeScript as well. Or call the API on Taro (or wx) itself, or silence this with // taro-modernize-ignore.
  start = () => getCamera().startRecord({})
  stop() {
    if (this.props.camera) {
      const ok = true
      // TODO(taro-modernize): stopRecord: the object is the result of a call, so it is not certain whose method this is (REC105). Run npx taro-modernize scan, which asks TypeScript as well. Or call the API on Taro (or wx) itself, or silence this with // taro-modernize-ignore.
      if (ok) getCamera().stopRecord(), getCamera().stopRecord({})
    }
    recorder.stop()
    return Taro.getEnv()
  }
  render() {
    // TODO(taro-modernize): startRecord: the object is the result of a call, so it is not certain whose method this is (REC105). Run npx taro-modernize scan, which asks TypeScript as well. Or call the API on Taro (or wx) itself, or silence this with // taro-modernize-ignore.
    return (
      <View
        onClick={() => {
          getCamera().startRecord()
        }}
      />
    )
  }
}

// TODO(taro-modernize): startRecord: camera is a parameter, so it is not certain whose method this is (REC105). Run npx taro-modernize scan, which asks TypeScript as well. Or call the API on Taro (or wx) itself, or silence this with // taro-modernize-ignore.
export const go = (camera) => camera.startRecord({})
// TODO: another's
// TODO(taro-modernize): startRecord: the API itself is replaced or deleted here (REC101). Replace the member of the injected runtime instead, or drop this line.
delete Taro.startRecord
