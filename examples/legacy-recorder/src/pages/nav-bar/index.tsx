import Taro from '@tarojs/taro'
import { View, Text } from '@tarojs/components'

// 状态栏和平台不会变，打开小程序时取一次
const { statusBarHeight = 0, platform, safeArea: { top: safeTop = 0 } = {} } = Taro.getSystemInfoSync()
const BAR_HEIGHT = platform === 'android' ? 48 : 44

export default function NavBar() {
  // 横屏时宽度会变，用到再取
  const rpx = (px: number) => Math.round((px * 750) / Taro.getSystemInfoSync().windowWidth)

  return (
    <View className='page'>
      <View className='nav' style={{ paddingTop: `${Math.max(statusBarHeight, safeTop)}px`, height: `${BAR_HEIGHT}px` }}>
        <Text className='title'>自定义导航栏</Text>
      </View>
      <Text className='status'>{`${platform} ${statusBarHeight} ${safeTop}`}</Text>
      <Text className='result'>{`${rpx(BAR_HEIGHT)}rpx`}</Text>
    </View>
  )
}
