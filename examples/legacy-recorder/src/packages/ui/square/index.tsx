import { View, Text } from '@tarojs/components'
import { FlowItem, FlowSection, WaterFlow } from '@tarojs/components-advanced'

const titles = ['晨读', '雨声', '街头采访', '海浪']

export default function Square() {
  return (
    <View className='page'>
      <Text className='status'>录音广场</Text>
      <WaterFlow id='square'>
        <FlowSection id='hot' column={2}>
          {titles.map(title => (
            <FlowItem key={title}><Text>{title}</Text></FlowItem>
          ))}
        </FlowSection>
      </WaterFlow>
    </View>
  )
}
