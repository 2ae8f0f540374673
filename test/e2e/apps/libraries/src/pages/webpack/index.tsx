import { Popup, Slider, Sticky } from '@antmjs/vantui'
import { Text, View } from '@tarojs/components'
import { AtSwipeAction } from 'taro-ui'

export default function Webpack() {
  return (
    <View>
      <Text className='status'>taro-ui, vantui</Text>
      <AtSwipeAction options={[{ text: 'delete', className: 'delete' }]}>
        <Text>swipe</Text>
      </AtSwipeAction>
      <Slider />
      <Sticky><Text>sticky</Text></Sticky>
      <Popup show><Text>popup</Text></Popup>
    </View>
  )
}
