import Taro, { startRecord } from '@tarojs/taro'

Taro.startRecord?.({})
startRecord?.({}).then(console.log)
export const go = async () => {
  await Taro.startRecord?.({ success() {} })
  await wx.startRecord?.({})
  const result = await Taro.startRecord?.({})
  return Taro.stopRecord?.()
}
export const task = Taro.startRecord?.({})?.then(console.log) ?? go()
if (process.env.A) Taro?.stopRecord?.()
export const before = (console.log(1), Taro.startRecord)?.({})
declare const wx: typeof Taro
