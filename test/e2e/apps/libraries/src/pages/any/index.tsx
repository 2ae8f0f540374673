import { BackTop, Drag, Sticky, VirtualList, WaterMark } from '@nutui/nutui-react-taro'
import { View, Text } from '@tarojs/components'
import { FlowItem, FlowSection, WaterFlow } from '@tarojs/components-advanced'

export default function Any() {
  return (
    <View>
      <Text className='status'>NutUI, WaterFlow</Text>
      <View id='target'>
        <BackTop target='target' />
      </View>
      <WaterMark content='mark' />
      <Drag><Text>drag</Text></Drag>
      <Sticky><Text>sticky</Text></Sticky>
      <VirtualList list={[1, 2, 3]} itemHeight={20} itemRender={(item: number) => <Text>{item}</Text>} />
      <WaterFlow id='flow'>
        <FlowSection id='section' column={2}>
          <FlowItem id='first'><Text>1</Text></FlowItem>
          <FlowItem id='second'><Text>2</Text></FlowItem>
        </FlowSection>
      </WaterFlow>
    </View>
  )
}
