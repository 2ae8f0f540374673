import { useCallback, useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import { View, Text, Button } from '@tarojs/components'
import { checkMic } from '@/utils/mic'

const sentences = [
  'How do you do?',
  'Nice to meet you.',
  'See you tomorrow.'
]

/** 口语跟读：录一句，下一句 */
export default function FollowRead() {
  const [index, setIndex] = useState(0)
  const [status, setStatus] = useState('准备')
  const [voice, setVoice] = useState('')
  const [mic, setMic] = useState('')
  const count = useRef(0)

  const start = useCallback(async () => {
    await Taro.startRecord({
      success: res => {
        count.current += 1
        console.log(`第 ${count.current} 次录音`, res.tempFilePath)
      },
      fail: err => {
        setStatus('录音失败：' + err.errMsg)
      }
    })
    setStatus('跟读中')
  }, [])

  const stop = () => {
    Taro.stopRecord({
      success: (res: any) => {
        setVoice(res.tempFilePath)
        setStatus('完成')
        setIndex(i => (i + 1) % sentences.length)
      }
    })
  }

  const onCheckMic = () => {
    checkMic(3).then(file => setMic('麦克风正常 ' + file), err => setMic('麦克风异常 ' + err.errMsg))
  }

  return (
    <View className='page'>
      <Text className='title'>{sentences[index]}</Text>
      <Button className='btn' onClick={start}>跟读</Button>
      <Button className='btn' onClick={stop}>读完了</Button>
      <Button className='btn' onClick={onCheckMic}>检测麦克风</Button>
      <Text className='status'>{status}</Text>
      <Text className='result'>{voice}</Text>
      <Text className='mic'>{mic}</Text>
    </View>
  )
}
