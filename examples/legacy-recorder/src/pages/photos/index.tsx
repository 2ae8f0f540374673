/**
 * 选图上传
 * 选好图片后逐张上传，也可以拍一段视频
 */
import { useState } from 'react'
import Taro from '@tarojs/taro'
import { View, Text, Button } from '@tarojs/components'
import { uploadPhoto } from '../../utils/upload'

export default function Photos() {
  const [urls, setUrls] = useState<string[]>([])
  const [video, setVideo] = useState('')
  const [tip, setTip] = useState('')

  const choosePhotos = async () => {
    setTip('')
    try {
      const { tempFilePaths, tempFiles } = await Taro.chooseImage({ count: 3, sizeType: ['compressed'] })
      setTip(`${tempFiles.reduce((sum, { size }) => sum + size, 0)} B`)
      const answers = await Promise.all(tempFilePaths.map(path => uploadPhoto(path)))
      setUrls(answers.map(({ url }) => url))
    } catch (error) {
      setTip(error.errMsg === 'chooseImage:fail cancel' ? '没有选择图片' : error.errMsg)
    }
  }

  const chooseVideo = () => {
    Taro.chooseVideo({
      maxDuration: 15,
      success: res => setVideo(`${res.tempFilePath} ${res.duration} 秒`),
      fail: res => setTip(res.errMsg)
    })
  }

  return (
    <View className='page'>
      <Button className='btn' onClick={choosePhotos}>选图片</Button>
      <Button className='btn' onClick={chooseVideo}>选视频</Button>
      <Text className='urls'>{urls.join(' ')}</Text>
      <Text className='video'>{video}</Text>
      <Text className='tip'>{tip}</Text>
    </View>
  )
}
