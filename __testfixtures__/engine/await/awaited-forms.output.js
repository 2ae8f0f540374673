import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

const options = { success() {} }
export const a = async () => await Taro.startRecord({ success() {} })
export async function b() {
  recorder.start({ complete() {} })
  ;(recorder.start({ fail() {} }))
  recorder.supported && recorder.start(options)
  void (await Taro.startRecord({ success() {} }))
  await recorder.stop({ success() {} })
  for await (const part of [recorder.start({ success() {} })]) console.log(part)
  const result = await recorder.start({})
  return result
}
export async function d() {
  'use server'
  ;(recorder.start({ success() {} }))
  if (a) {
  }
  (0, recorder.start)({ success() {} })
  const c = {};
  (recorder.start({ success() {} }))
  const e = {}
  ;/* f */ (recorder.start)({ success() {} })
  if (e) (recorder.start({ success() {} }))
  else (recorder.start({ success() {} }))
  return c
}
