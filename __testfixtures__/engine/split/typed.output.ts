import Taro from '@tarojs/taro'
import { useMemo } from 'react'
import { getAppBaseInfo, getDeviceInfo, getWindowInfo } from 'taro-modernize/runtime/system'

const loose: any = { ...getDeviceInfo(), ...getWindowInfo() }
let later: any
export const load = () => {
  if (!later) later = { ...getDeviceInfo(), ...getWindowInfo() }
  return later.brand + later.windowWidth
}
const asserted = getDeviceInfo() as any
const { windowWidth, brand } = <any>{ ...getWindowInfo(), ...getDeviceInfo() }
const sure = { ...getDeviceInfo(), ...getWindowInfo() }!
const { model }: any = getDeviceInfo()
const { SDKVersion, windowHeight }: any = { ...getAppBaseInfo(), ...getWindowInfo() }
let typed: Taro.getSystemInfoSync.Result | undefined
typed = Taro.getSystemInfoSync()
const checked = Taro.getSystemInfoSync() satisfies object
export const all = [loose.brand, loose.windowWidth, asserted.model, windowWidth, brand, sure.brand, sure.safeArea, model, SDKVersion, windowHeight, typed.brand, checked.brand]
export const Page = () => {
  const one = useMemo(() => ({ ...getDeviceInfo(), ...getWindowInfo() })!, [])
  const two = useMemo(() => (({ ...getDeviceInfo(), ...getWindowInfo() }) as any), [])
  return [one.brand, one.windowWidth, two.model, two.windowHeight]
}
