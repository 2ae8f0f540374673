import { useMemo, useState } from 'react'
import Taro, { getSystemInfoSync } from '@tarojs/taro'
import { View, Text, Button } from '@tarojs/components'

const suffix = Taro.canIUseWebp() ? '.webp' : '.png'

export default function Device() {
  const system = useMemo(() => getSystemInfoSync(), [])
  const [size, setSize] = useState('')
  const [version, setVersion] = useState('')

  const measure = () => {
    Taro.getSystemInfo({
      success: res => setSize(`${res.windowWidth}x${res.windowHeight} ${res.language}`)
    })
  }

  const check = async () => {
    const res = await Taro.getSystemInfo()
    const { pixelRatio } = res
    setVersion(`${res.SDKVersion || '无'} @${pixelRatio}x`)
  }

  return (
    <View className='page'>
      <Text className='status'>{[system.brand, system.model, system.system, suffix].join(' / ')}</Text>
      <Text className='result'>{system.locationAuthorized ? '已允许定位' : '未允许定位'}</Text>
      <Button className='btn' onClick={measure}>测量窗口</Button>
      <Text className='size'>{size}</Text>
      <Button className='btn' onClick={check}>检查版本</Button>
      <Text className='version'>{version}</Text>
    </View>
  )
}
