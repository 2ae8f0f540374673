import { useState } from 'react'
import { View, Text, Button } from '@tarojs/components'

declare const wx: any

const list = [
  { title: '新留言', url: 'https://api.example.com/voice/1.aac' },
  { title: '旧留言', url: 'https://api.example.com/voice/0.silk' }
]

export default function VoiceBox() {
  const [status, setStatus] = useState('')

  const listen = (url: string) => {
    setStatus('下载中')
    wx.downloadFile({
      url,
      success: res => {
        setStatus('播放中')
        wx.playVoice({
          filePath: res.tempFilePath,
          success: () => setStatus('听完了'),
          fail: err => setStatus(err.errMsg)
        })
      }
    })
  }

  return (
    <View className='page'>
      <Text className='title'>留言箱</Text>
      {list.map(item => (
        <Button key={item.url} className='btn' onClick={() => listen(item.url)}>{item.title}</Button>
      ))}
      <Button className='btn' onClick={() => wx.stopVoice()}>停止</Button>
      <Text className='status'>{status}</Text>
    </View>
  )
}
