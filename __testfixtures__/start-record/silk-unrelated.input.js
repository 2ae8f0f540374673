import Taro from '@tarojs/taro'

const camera = Taro.createCameraContext()

export const start = () => camera.startRecord({})
export const upload = (path) => Taro.uploadFile({ url: '/upload', filePath: path, name: 'voice.silk' })
