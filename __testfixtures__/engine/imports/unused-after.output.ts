import Taro, { login } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'
import { version } from './platform'
import './settings'
import { host } from './host'

declare const tt: typeof wx, wx: typeof Taro

export const start = () => recorder.start({})

export function stop() {
  // the host of this page

  recorder.stop()
}
export function several(): number {
  const count = 1
  recorder.stop()
  const second = 2
  recorder.stop()
  return count + second
}
export function one() { recorder.stop() }
export const effects = () => {
  const made = (login(), Taro)
  recorder.stop()
  recorder.stop()
  const unused = Taro
  recorder.stop()
  const typed = Taro
  recorder.stop()
  return null as unknown as typeof typed
}
export const exported = Taro
recorder.stop()
switch (version) {
  case 1:
    recorder.stop()
}
for (const looped = Taro; ; ) recorder.stop()
