import Taro from '@tarojs/taro'
import { useMemo, useRef, useState } from 'react'
import { getAppAuthorizeSetting, getDeviceInfo, getSystemInfoSync, getWindowInfo } from 'taro-modernize/runtime/system'

const info = { ...getWindowInfo(), ...getDeviceInfo(), ...getAppAuthorizeSetting() }
export const rpx = (px: number) => (px * info.windowWidth) / 750
export const isPhone = /iPhone/.test(info.model)

let cached
export function bar() {
  if (!cached) cached = { ...getWindowInfo(), ...getDeviceInfo() }
  return cached.statusBarHeight + (cached.platform === 'android' ? 48 : 44)
}

export function Header() {
  const system = useMemo(() => getWindowInfo(), [])
  const [height] = useState(() => getWindowInfo().windowHeight)
  let menu = 0
  try {
    const { screenWidth } = getWindowInfo()
    menu = screenWidth
  } catch (e) {}
  return <view style={{ top: system.statusBarHeight, height, left: menu }}>{info.locationAuthorized === 'authorized' && <view />}</view>
}

export function List() {
  const system = useRef({ ...getWindowInfo(), ...getDeviceInfo() })
  const [info, setInfo] = useState(getSystemInfoSync())
  const [lazy] = useState(() => getWindowInfo())
  const typed = useRef<Taro.getSystemInfoSync.Result>(getSystemInfoSync())
  const whole = useRef(getSystemInfoSync())
  console.log(whole)
  const refresh = () => setInfo({ ...info, windowHeight: 1 })
  return [system.current.windowHeight, system.current.model, lazy.screenWidth, typed.current.theme, refresh]
}
