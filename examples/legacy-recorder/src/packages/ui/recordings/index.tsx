import { useState } from 'react'
import { Popup, Slider, Sticky } from '@antmjs/vantui'
import { BackTop, Drag, VirtualList, WaterMark } from '@nutui/nutui-react-taro'
import { View, Text, Button } from '@tarojs/components'
import { AtSwipeAction } from 'taro-ui'

const days = ['今天', '昨天', '更早']

export default function Recordings() {
  const [shown, setShown] = useState(false)

  return (
    <View className='page' id='recordings'>
      <Sticky><Text className='title'>我的录音</Text></Sticky>
      <AtSwipeAction options={[{ text: '删除', className: 'delete' }]}>
        <Text className='status'>左滑删除</Text>
      </AtSwipeAction>
      <VirtualList list={days} itemHeight={40} itemRender={(day: string) => <Text>{day}</Text>} />
      <Button className='btn' onClick={() => setShown(true)}>播放设置</Button>
      <Popup show={shown} onClose={() => setShown(false)}>
        <Text className='result'>倍速</Text>
        <Slider value={50} />
      </Popup>
      <Drag><Text>录音</Text></Drag>
      <WaterMark content='录音小程序' />
      <BackTop target='recordings' />
    </View>
  )
}
