import { recorder } from 'taro-modernize/runtime/recorder'

export async function go() {
  const Taro = await import('@tarojs/taro')
  recorder.start({})
  ;recorder.stop()
  const { default: T } = await import('@tarojs/taro')
  recorder.stop()
}
