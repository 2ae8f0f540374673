import { Component } from 'react'
import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

export default class Page extends Component<{ camera: any }> {
  // TODO(taro-modernize): startRecord: the object is the result of a call, so it is unclear whether this is the platform API (REC105). Run npx taro-modernize scan, which also uses type information. Or decide yourself: if it is, call recorder.start instead; if not, suppress this with // taro-modernize-ignore.
  start = () => getCamera().startRecord({})
  stop() {
    if (this.props.camera) {
      const ok = true
      // TODO(taro-modernize): stopRecord: the object is the result of a call, so it is unclear whether this is the platform API (REC105). Run npx taro-modernize scan, which also uses type information. Or decide yourself: if it is, call recorder.stop instead; if not, suppress this with // taro-modernize-ignore.
      if (ok) getCamera().stopRecord(), getCamera().stopRecord({})
    }
    recorder.stop()
    return Taro.getEnv()
  }
  render() {
    // TODO(taro-modernize): startRecord: the object is the result of a call, so it is unclear whether this is the platform API (REC105). Run npx taro-modernize scan, which also uses type information. Or decide yourself: if it is, call recorder.start instead; if not, suppress this with // taro-modernize-ignore.
    return (
      <View
        onClick={() => {
          getCamera().startRecord()
        }}
      />
    )
  }
}

// TODO(taro-modernize): startRecord: camera is a parameter, so it is unclear whether this is the platform API (REC105). Run npx taro-modernize scan, which also uses type information. Or decide yourself: if it is, call recorder.start instead; if not, suppress this with // taro-modernize-ignore.
export const go = (camera) => camera.startRecord({})
// TODO: another's
// TODO(taro-modernize): startRecord: this code replaces or deletes the API itself (REC101). Replace recorder.start from the runtime module recorder instead, or remove this line.
delete Taro.startRecord
