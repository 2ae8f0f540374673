import Taro, { login } from '@tarojs/taro'
import { isToutiao, version } from './platform'
import settings from './settings'
import { host } from './host'

declare const tt: typeof wx, wx: typeof Taro

const api = isToutiao ? tt : wx

export const start = () => api.startRecord({})

export function stop() {
  // the host of this page
  const local = settings.debug === 'host' ? Taro : api

  local.stopRecord()
}
export function several(): number {
  const first = Taro, count = 1
  first.stopRecord()
  const second = 2, third = wx
  third.stopRecord()
  return count + second
}
export function one() { const t = Taro; t.stopRecord() }
export const effects = () => {
  const made = (login(), Taro)
  made.stopRecord()
  const { ...all } = Taro
  all.stopRecord()
  const unused = Taro
  let late
  late = Taro
  late.stopRecord()
  const typed = Taro
  typed.stopRecord()
  return null as unknown as typeof typed
}
export const exported = Taro
exported.stopRecord()
switch (version) {
  case 1:
    const cased = wx
    cased.stopRecord()
}
for (const looped = Taro; ; ) looped.stopRecord()
