/**
 * 本地文件
 * 下载附件并保存，列出已保存的文件，可以全部删除
 */
import { useState } from 'react'
import Taro, { removeSavedFile } from '@tarojs/taro'
import { View, Text, Button } from '@tarojs/components'

const ATTACHMENT = 'https://example.com/voice/1.aac'

export default function SavedFiles() {
  const [files, setFiles] = useState<string[]>([])
  const [tip, setTip] = useState('')

  const list = () => {
    Taro.getSavedFileList({
      success: ({ fileList }) => setFiles(fileList.map(({ filePath, size }) => `${filePath} ${size}`))
    })
  }

  const download = async () => {
    const { tempFilePath } = await Taro.downloadFile({ url: ATTACHMENT })
    Taro.getFileInfo({
      filePath: tempFilePath,
      digestAlgorithm: 'md5',
      success: ({ size, digest }) => setTip(`${size} ${digest}`)
    })
    Taro.saveFile({ tempFilePath, success: list, fail: ({ errMsg }) => setTip(errMsg) })
  }

  const clear = async () => {
    const { fileList } = await Taro.getSavedFileList()
    await Promise.all(fileList.map(({ filePath }) => removeSavedFile({ filePath })))
    list()
  }

  return (
    <View className='page'>
      <Button className='btn' onClick={download}>下载附件</Button>
      <Button className='btn' onClick={clear}>全部删除</Button>
      <Text className='files'>{files.join(' ') || '没有文件'}</Text>
      <Text className='tip'>{tip}</Text>
    </View>
  )
}
