import { recorder } from 'taro-modernize/runtime/recorder'

export const alipay = {
  start: () =>
    my.startRecord({
      maxDuration: 60,
      minDuration: 1,
      success: (res) => my.saveFile({ apFilePath: res.apFilePath }),
    }),
  stop: () => my.stopRecord(),
}

const api = dd
api.startRecord({})
dd.stopRecord({ success: ({ mediaId }) => console.log(mediaId) })

recorder.start({ success: (res) => console.log(res.tempFilePath) })
recorder.stop()
