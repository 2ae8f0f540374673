import { Component } from 'react'
import Taro from '@tarojs/taro'
import { View, Text, Button } from '@tarojs/components'

const list = [
  { title: '录音10秒', url: '/pages/doc-example/index' },
  { title: '先授权再录音', url: '/pages/authorize/index' },
  { title: '按住说话', url: '/pages/press-to-talk/index' },
  { title: '语音备忘', url: '/pages/await-path/index' },
  { title: '口语跟读', url: '/pages/await-callbacks/index' },
  { title: '录音上传', url: '/pages/save-upload/index' },
  { title: '跑步记录', url: '/pages/own-methods/index' },
  { title: '拍摄视频', url: '/pages/camera/index' },
  { title: '高清录音', url: '/pages/half-migrated/index' },
  { title: '语音留言', url: '/pages/voice-message/index' },
  { title: '留言箱', url: '/pages/voice-box/index' },
  { title: '本地文件', url: '/pages/saved-files/index' },
  { title: '照片和视频', url: '/pages/photos/index' },
  { title: '自定义导航栏', url: '/pages/nav-bar/index' },
  { title: '设备信息', url: '/pages/device/index' },
  { title: '意见反馈', url: '/pages/feedback/index' },
  { title: '电台', url: '/pages/radio/index' },
  { title: '分享海报', url: '/pages/poster/index' },
  { title: '邀请海报', url: '/pages/invite/index' },
  { title: '手写签名', url: '/pages/signature/index' },
  { title: '我的', url: '/pages/profile/index' },
  { title: '我的录音', url: '/packages/ui/recordings/index' },
  { title: '录音广场', url: '/packages/ui/square/index' }
]

export default class Index extends Component {
  goto = (url: string) => {
    Taro.navigateTo({ url })
  }

  render() {
    return (
      <View className='page'>
        <Text className='title'>录音小程序</Text>
        {list.map(item => (
          <Button key={item.url} className='btn' onClick={() => this.goto(item.url)}>{item.title}</Button>
        ))}
      </View>
    )
  }
}
