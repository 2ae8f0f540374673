import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

Page({
  start() {
    recorder.start({
      success(res) {
        Taro.uploadFile({
          filePath: res.tempFilePath,
          // TODO(taro-modernize): startRecord: the recording is aac by default from now on, and this says silk (REC151). Name, send and convert it as aac, or set format: 'mp3' in the call and use that.
          name: 'voice.silk',
          // TODO(taro-modernize): startRecord: the recording is aac by default from now on, and this says silk (REC151). Name, send and convert it as aac, or set format: 'mp3' in the call and use that.
          formData: { type: 'audio/silk' },
        })
      },
    })
  },
  stop() {
    recorder.stop()
  },
})
