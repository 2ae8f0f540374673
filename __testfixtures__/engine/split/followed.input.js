import Taro from '@tarojs/taro'
import { useMemo } from 'react'

const { model, windowWidth: name = model } = Taro.getSystemInfoSync()
const { windowHeight, brand: own = windowHeight } = Taro.getSystemInfoSync()
let again = Taro.getSystemInfoSync()
again = { brand: again.brand, windowWidth: 1 }
again = Taro.getSystemInfoSync()
console.log(again.windowWidth)
let late
try {
  late = Taro.getSystemInfoSync()
} catch (error) {
  console.error(error)
}
export function width() {
  if (!late) return 0
  const alias = late
  const { windowWidth, safeArea: { top } = {} } = alias
  return windowWidth + top + (late && late.brand ? late.windowHeight : 0)
}
var old
if (name) old = Taro.getSystemInfoSync()
export const both = () => old.brand + old.windowWidth
export function Page() {
  const info = useMemo(() => Taro.getSystemInfoSync(), [])
  return info.windowWidth + info.model + own
}
for (const { brand, windowWidth } = Taro.getSystemInfoSync(); ; ) console.log(brand, windowWidth)
export const optional = Taro.getSystemInfoSync?.().brand
