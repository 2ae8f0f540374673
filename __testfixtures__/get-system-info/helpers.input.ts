import Taro from '@tarojs/taro'
import { useMemo, useState } from 'react'

const getInfo = () => Taro.getSystemInfoSync()
export const size = () => [getInfo().windowWidth, getInfo().pixelRatio]
export const { model } = getInfo()

let cached
function info() {
  if (!cached) cached = Taro.getSystemInfoSync()
  return cached
}
export function bar() {
  const { statusBarHeight } = info()
  return statusBarHeight + (info().platform === 'android' ? 48 : 44)
}

function read(isOld: boolean) {
  try {
    return isOld ? null : Taro.getSystemInfoSync()
  } catch {
    return { theme: 'light' }
  }
}
export const theme = read(false)?.theme
const allowed = () => Taro.getSystemInfoSync()
if (allowed().locationAuthorized) console.log('located')

export function Header() {
  const system = useMemo(() => {
    return Taro.getSystemInfoSync()
  }, [])
  const [first] = useState(function () {
    return Taro.getSystemInfoSync()
  })
  return [system.windowHeight, first.brand, first.language]
}

// These hand it on.
export const exported = () => Taro.getSystemInfoSync()
export function declared() {
  return Taro.getSystemInfoSync()
}
const listed = () => Taro.getSystemInfoSync()
export { listed }
const given = () => Taro.getSystemInfoSync()
export const all = [1].map(given)
const typed = (): Taro.getSystemInfoSync.Result => Taro.getSystemInfoSync()
export const typedModel = typed().model
const later = async () => Taro.getSystemInfoSync()
export const laterModel = later().then((res) => res.model)
let changed = () => Taro.getSystemInfoSync()
if (model) changed = () => ({ model: '' }) as any
export const changedModel = changed().model
const whole = () => Taro.getSystemInfoSync()
export const json = [whole().model, JSON.stringify(whole())]
const store = { get: () => Taro.getSystemInfoSync() }
export const stored = store.get().model
function* iterate() {
  return Taro.getSystemInfoSync()
}
export const iterated = iterate().next().value
