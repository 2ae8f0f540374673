import { useState } from 'react'
import Taro, { useLoad } from '@tarojs/taro'
import { View, Text, Button } from '@tarojs/components'
import { getSystem, store } from '../../utils/system'

export default function Feedback() {
  const [platform, setPlatform] = useState('')
  const [report, setReport] = useState('')

  useLoad(() => {
    store.systemInfo = Taro.getSystemInfoSync()
    setPlatform(store.systemInfo.platform)
  })

  const send = () => {
    // 上报完整的设备信息，方便定位问题
    const { model, pixelRatio, albumAuthorized, ...rest } = getSystem()
    const fields = Object.keys(rest).length > 10 ? '完整' : '不完整'
    setReport([fields, model, pixelRatio, String(albumAuthorized)].join(' '))
    Taro.setStorageSync('system', JSON.stringify(store.systemInfo))
  }

  return (
    <View className='page'>
      <Text className='status'>{platform}</Text>
      <Button className='btn' onClick={send}>提交反馈</Button>
      <Text className='result'>{report}</Text>
    </View>
  )
}
