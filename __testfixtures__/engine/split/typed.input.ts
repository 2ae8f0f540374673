import Taro from '@tarojs/taro'
import { useMemo } from 'react'

const loose: any = Taro.getSystemInfoSync()
let later: any
export const load = () => {
  if (!later) later = Taro.getSystemInfoSync()
  return later.brand + later.windowWidth
}
const asserted = Taro.getSystemInfoSync() as any
const { windowWidth, brand } = <any>Taro.getSystemInfoSync()
const sure = Taro.getSystemInfoSync()!
const { model }: any = Taro.getSystemInfoSync()
const { SDKVersion, windowHeight }: any = Taro.getSystemInfoSync()
let typed: Taro.getSystemInfoSync.Result | undefined
typed = Taro.getSystemInfoSync()
const checked = Taro.getSystemInfoSync() satisfies object
export const all = [loose.brand, loose.windowWidth, asserted.model, windowWidth, brand, sure.brand, sure.safeArea, model, SDKVersion, windowHeight, typed.brand, checked.brand]
export const Page = () => {
  const one = useMemo(() => Taro.getSystemInfoSync()!, [])
  const two = useMemo(() => (Taro.getSystemInfoSync() as any), [])
  return [one.brand, one.windowWidth, two.model, two.windowHeight]
}
