import Taro from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { getAppBaseInfo, getDeviceInfo, getSystemInfoSync, getWindowInfo } from 'taro-modernize/runtime/system'

const getInfo = () => ({ ...getWindowInfo(), ...getDeviceInfo() })
export const size = () => [getInfo().windowWidth, getInfo().pixelRatio]
export const { model } = getInfo()

let cached
function info() {
  if (!cached) cached = { ...getWindowInfo(), ...getDeviceInfo() }
  return cached
}
export function bar() {
  const { statusBarHeight } = info()
  return statusBarHeight + (info().platform === 'android' ? 48 : 44)
}

function read(isOld: boolean) {
  try {
    return isOld ? null : getAppBaseInfo()
  } catch {
    return { theme: 'light' }
  }
}
export const theme = read(false)?.theme
const allowed = () => getSystemInfoSync()
if (allowed().locationAuthorized) console.log('located')

export function Header() {
  const system = useMemo(() => {
    return getWindowInfo()
  }, [])
  const [first] = useState(function () {
    return { ...getDeviceInfo(), ...getAppBaseInfo() }
  })
  return [system.windowHeight, first.brand, first.language]
}

// These hand it on.
export const exported = () => getSystemInfoSync()
export function declared() {
  return getSystemInfoSync()
}
const listed = () => getSystemInfoSync()
export { listed }
const given = () => getSystemInfoSync()
export const all = [1].map(given)
const typed = (): Taro.getSystemInfoSync.Result => getSystemInfoSync()
export const typedModel = typed().model
const later = async () => getSystemInfoSync()
export const laterModel = later().then((res) => res.model)
let changed = () => getSystemInfoSync()
if (model) changed = () => ({ model: '' }) as any
export const changedModel = changed().model
const whole = () => getSystemInfoSync()
export const json = [whole().model, JSON.stringify(whole())]
const store = { get: () => getSystemInfoSync() }
export const stored = store.get().model
function* iterate() {
  return getSystemInfoSync()
}
export const iterated = iterate().next().value
