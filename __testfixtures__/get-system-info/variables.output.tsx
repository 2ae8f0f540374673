import { useMemo, useState } from 'react'
import { getAppAuthorizeSetting, getDeviceInfo, getWindowInfo } from 'taro-modernize/runtime/system'

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
