import { Popup, Slider, Sticky } from '@antmjs/vantui'
import { BackTop, Drag, VirtualList, WaterMark } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import { AtSwipeAction } from 'taro-ui'

export default function Others() {
  return (
    <View>
      <Text className='status'>taro-ui, NutUI, vantui</Text>
      <AtSwipeAction options={[{ text: 'delete', className: 'delete' }]}>
        <Text>swipe</Text>
      </AtSwipeAction>
      <View id='target'>
        <BackTop target='target' />
      </View>
      <WaterMark content='mark' />
      <Drag><Text>drag</Text></Drag>
      <VirtualList list={[1, 2, 3]} itemHeight={20} itemRender={(item: number) => <Text>{item}</Text>} />
      <Slider />
      <Sticky><Text>sticky</Text></Sticky>
      <Popup show><Text>popup</Text></Popup>
    </View>
  )
}
