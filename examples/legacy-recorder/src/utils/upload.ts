import Taro from '@tarojs/taro'

const API = 'https://api.example.com'

export function uploadVoice(filePath: string) {
  return Taro.uploadFile({
    url: `${API}/voice/upload`,
    filePath,
    name: 'file',
    header: { token: Taro.getStorageSync('token') },
    formData: { type: 'voice' }
  }).then(res => JSON.parse(res.data) as { code: number; url: string })
}

export function uploadPhoto(filePath: string) {
  return Taro.uploadFile({ url: `${API}/photo/upload`, filePath, name: 'photo' }).then(
    res => JSON.parse(res.data) as { url: string }
  )
}
