import Taro from '@tarojs/taro'

export function record({ startRecord }: typeof Taro) {
  startRecord({})
}
export async function wait(options: Taro.startRecord.Option) {
  const { startRecord, stopRecord }: typeof Taro = Taro
  const { startRecord: begin } = Taro
  await begin(options)
  let s
  ;({ stopRecord: s } = Taro)
  for (const { startRecord: each } = Taro; ; ) each({})
}
