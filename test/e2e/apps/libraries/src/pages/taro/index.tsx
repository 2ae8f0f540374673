import { View, Text } from '@tarojs/components'
import { FlowItem, FlowSection, WaterFlow } from '@tarojs/components-advanced'

export default function Flow() {
  return (
    <View>
      <Text className='status'>WaterFlow</Text>
      <WaterFlow id='flow'>
        <FlowSection id='section' column={2}>
          <FlowItem id='first'><Text>1</Text></FlowItem>
          <FlowItem id='second'><Text>2</Text></FlowItem>
        </FlowSection>
      </WaterFlow>
    </View>
  )
}
