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
  // TODO(taro-modernize): startRecord: recordings are now aac by default, but this code refers to silk (REC151). Name it aac.
  stop() {
    Taro.stopRecord()
  },
})
