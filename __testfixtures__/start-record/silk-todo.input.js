import Taro from '@tarojs/taro'

Page({
  start() {
    Taro.startRecord({
      success(res) {
        Taro.uploadFile({
          filePath: res.tempFilePath,
          name: 'voice.silk',
          formData: { type: 'audio/silk' },
        })
      },
    })
  },
  // TODO(taro-modernize): startRecord: the recording is aac by default from now on, and this says silk (REC151). Name it aac.
  stop() {
    Taro.stopRecord()
  },
})
