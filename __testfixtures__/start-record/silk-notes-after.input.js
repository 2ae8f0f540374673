import Taro from '@tarojs/taro'
import { recorder } from '../../taro-modernize/recorder'

export const start = () =>
  recorder.start({
    success({ tempFilePath }) {
      Taro.uploadFile({ url: '/upload', filePath: tempFilePath, name: 'voice.silk' })
    },
  })
