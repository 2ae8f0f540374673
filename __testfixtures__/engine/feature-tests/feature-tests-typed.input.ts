import Taro, { startRecord, stopRecord } from '@tarojs/taro'

export function begin(): Promise<unknown> | undefined {
  if (!(Taro as any).startRecord) return undefined
  return Taro.startRecord!({})
}
export const can: boolean = !!(startRecord as unknown)
export const start = Taro.startRecord ? Taro.startRecord : undefined
export const result = (<any>Taro).startRecord ? startRecord({}) : Promise.resolve()
if (typeof stopRecord === 'function') stopRecord()
if ((Taro.startRecord as unknown as () => void) != null) console.log('yes')
