import Taro from '@tarojs/taro'
import { View, Button } from '@tarojs/components'

export default function Index() {
  const onTap = () => {
    Taro.startRecord({
      success: (res) => {
        const tempFilePath = res.tempFilePath
        console.log(tempFilePath)
      },
      fail: console.error,
    })
    setTimeout(() => Taro.stopRecord(), 10000)
    Taro.showToast({ title: '录音中' })
  }
  return (
    <View>
      <Button onClick={onTap}>录音</Button>
      <Button onClick={Taro.stopRecord}>停止</Button>
    </View>
  )
}
