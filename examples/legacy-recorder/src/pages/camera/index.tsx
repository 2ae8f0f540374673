import { useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import { View, Text, Button, Camera } from '@tarojs/components'

export default function Video() {
  const camera = useRef<Taro.CameraContext>()
  const [video, setVideo] = useState('')
  const [recording, setRecording] = useState(false)

  function getCamera() {
    if (!camera.current) camera.current = Taro.createCameraContext()
    return camera.current
  }

  const start = () => {
    getCamera().startRecord({
      timeoutCallback: res => {
        // 超过 30 秒自动结束
        setVideo(res.tempVideoPath)
        setRecording(false)
      },
      success: () => setRecording(true)
    })
  }

  const stop = () => {
    const ctx = getCamera()
    ctx.stopRecord({
      success: res => {
        setVideo(res.tempVideoPath)
        setRecording(false)
      }
    })
  }

  return (
    <View className='page'>
      <Camera style='width: 100%; height: 300px' devicePosition='back' />
      <Button className='btn' onClick={start}>拍视频</Button>
      <Button className='btn' onClick={stop}>停止拍摄</Button>
      <Text className='status'>{recording ? '拍摄中' : ''}</Text>
      <Text className='result'>{video}</Text>
    </View>
  )
}
