import { useState } from 'react'
import { View, Text, Button } from '@tarojs/components'
import { startRecord, stopRecord, showToast, useDidHide } from '@tarojs/taro'

export default function AwaitPath() {
  const [recording, setRecording] = useState(false)
  const [path, setPath] = useState('')
  const [error, setError] = useState('')

  useDidHide(() => {
    if (recording) stopRecord()
  })

  const onStart = async () => {
    setRecording(true)
    setError('')
    try {
      const { tempFilePath } = await startRecord({})
      setPath(tempFilePath)
      showToast({ title: '已保存' })
    } catch (e) {
      setError(e.errMsg)
    }
    setRecording(false)
  }

  const onStop = () => {
    stopRecord()
  }

  return (
    <View className='page'>
      <Text className='title'>语音备忘</Text>
      <Button className='btn' disabled={recording} onClick={onStart}>开始</Button>
      <Button className='btn' disabled={!recording} onClick={onStop}>结束</Button>
      <Text className='status'>{recording ? '正在录音' : '空闲'}</Text>
      <Text className='result'>{path}</Text>
      <Text className='error'>{error}</Text>
    </View>
  )
}
