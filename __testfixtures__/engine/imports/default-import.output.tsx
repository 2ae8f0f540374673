import Taro from '@tarojs/taro'
import { View, Button } from '@tarojs/components'
import { recorder } from 'taro-modernize/runtime/recorder'

export default function Index() {
  const onTap = () => {
    recorder.start({
      success: (res) => {
        const tempFilePath = res.tempFilePath
        console.log(tempFilePath)
      },
      fail: console.error,
    })
    setTimeout(() => recorder.stop(), 10000)
    Taro.showToast({ title: '录音中' })
  }
  return (
    <View>
      <Button onClick={onTap}>录音</Button>
      <Button onClick={recorder.stop}>停止</Button>
    </View>
  )
}
