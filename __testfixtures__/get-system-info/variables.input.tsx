import Taro from '@tarojs/taro'
import { useMemo, useRef, useState } from 'react'

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

export function List() {
  const system = useRef(Taro.getSystemInfoSync())
  const [info, setInfo] = useState(Taro.getSystemInfoSync())
  const [lazy] = useState(() => Taro.getSystemInfoSync())
  const typed = useRef<Taro.getSystemInfoSync.Result>(Taro.getSystemInfoSync())
  const whole = useRef(Taro.getSystemInfoSync())
  console.log(whole)
  const refresh = () => setInfo({ ...info, windowHeight: 1 })
  return [system.current.windowHeight, system.current.model, lazy.screenWidth, typed.current.theme, refresh]
}
