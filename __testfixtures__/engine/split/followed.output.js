import { useMemo } from 'react'
import { getDeviceInfo, getWindowInfo } from 'taro-modernize/runtime/system'

const { model, windowWidth: name = model } = { ...getDeviceInfo(), ...getWindowInfo() }
const { windowHeight, brand: own = windowHeight } = { ...getWindowInfo(), ...getDeviceInfo() }
let again = { ...getDeviceInfo(), ...getWindowInfo() }
again = { brand: again.brand, windowWidth: 1 }
again = { ...getDeviceInfo(), ...getWindowInfo() }
console.log(again.windowWidth)
let late
try {
  late = { ...getWindowInfo(), ...getDeviceInfo() }
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
if (name) old = Object.assign({}, getDeviceInfo(), getWindowInfo())
export const both = () => old.brand + old.windowWidth
export function Page() {
  const info = useMemo(() => ({ ...getWindowInfo(), ...getDeviceInfo() }), [])
  return info.windowWidth + info.model + own
}
for (const { brand } = getDeviceInfo(), { windowWidth } = getWindowInfo(); ; ) console.log(brand, windowWidth)
export const optional = getDeviceInfo?.().brand
