import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

Page({
  start() {
    recorder.start({
      success(res) {
        Taro.uploadFile({
          filePath: res.tempFilePath,
          // TODO(taro-modernize): startRecord: recordings are now aac by default, but this code refers to silk (REC151). Name, upload and convert the file as aac, or set format: 'mp3' in the call and use that.
          name: 'voice.silk',
          // TODO(taro-modernize): startRecord: recordings are now aac by default, but this code refers to silk (REC151). Name, upload and convert the file as aac, or set format: 'mp3' in the call and use that.
          formData: { type: 'audio/silk' },
        })
      },
    })
  },
  stop() {
    recorder.stop()
  },
})
