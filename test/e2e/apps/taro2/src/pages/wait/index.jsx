import Taro, { useState } from '@tarojs/taro'
import { View, Text, Button } from '@tarojs/components'
import { record } from '../../utils/record'

function Wait () {
  const [file, setFile] = useState('')
  const [error, setError] = useState('')

  const onRecord = () => {
    record(5).then(setFile, reason => setError(reason.errMsg))
  }

  return (
    <View className='page'>
      <Button onClick={onRecord}>录 5 秒</Button>
      <Text>{file}</Text>
      <Text>{error}</Text>
    </View>
  )
}

Wait.config = { navigationBarTitleText: '录 5 秒' }

export default Wait
