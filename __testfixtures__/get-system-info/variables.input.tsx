import Taro from '@tarojs/taro'
import { useMemo, useState } from 'react'

const info = Taro.getSystemInfoSync()
export const rpx = (px: number) => (px * info.windowWidth) / 750
export const isPhone = /iPhone/.test(info.model)

let cached
export function bar() {
  if (!cached) cached = Taro.getSystemInfoSync()
  return cached.statusBarHeight + (cached.platform === 'android' ? 48 : 44)
}

export function Header() {
  const system = useMemo(() => Taro.getSystemInfoSync(), [])
  const [height] = useState(() => Taro.getSystemInfoSync().windowHeight)
  let menu = 0
  try {
    const { screenWidth } = Taro.getSystemInfoSync()
    menu = screenWidth
  } catch (e) {}
  return <view style={{ top: system.statusBarHeight, height, left: menu }}>{info.locationAuthorized && <view />}</view>
}
