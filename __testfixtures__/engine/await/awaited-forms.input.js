import Taro, { startRecord } from '@tarojs/taro'

const options = { success() {} }
export const a = async () => await Taro.startRecord({ success() {} })
export async function b() {
  await startRecord({ complete() {} })
  await (Taro.startRecord({ fail() {} }))
  await Taro?.startRecord?.(options)
  void (await Taro.startRecord({ success() {} }))
  await Taro.stopRecord({ success() {} })
  for await (const part of [Taro.startRecord({ success() {} })]) console.log(part)
  const result = await Taro.startRecord({})
  return result
}
export async function d() {
  'use server'
  await (Taro.startRecord({ success() {} }))
  if (a) {
  }
  await (0, Taro.startRecord)({ success() {} })
  const c = {};
  await (Taro.startRecord({ success() {} }))
  const e = {}
  await /* f */ (Taro.startRecord)({ success() {} })
  if (e) await (Taro.startRecord({ success() {} }))
  else await (Taro.startRecord({ success() {} }))
  return c
}
