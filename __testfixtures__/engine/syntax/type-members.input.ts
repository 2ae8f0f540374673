import { startRecord, stopRecord } from '@tarojs/taro'

interface Recorder {
  startRecord(option: object): void
  stopRecord?: () => void
  (stopRecord: number, ...startRecord: number[]): void
  new (startRecord: number): Recorder
  [startRecord: string]: any
  get stopRecord(): number
}
type Begin = (startRecord: number, { stopRecord }: { stopRecord: number }) => void
type Make = new (stopRecord: number) => { startRecord(stopRecord: number): void }
type Pair = [startRecord: number, stopRecord?: number]
type Mapped = { [startRecord in 'a']: number }
declare function begin(startRecord: number): void
abstract class Player {
  abstract startRecord(stopRecord: number): void
  declare stopRecord: number
  overloaded(startRecord: 1): void
  overloaded(startRecord: any) {
    return startRecord
  }
}
declare namespace Types {
  function startRecord(): void
}
declare module 'other' {
  export function stopRecord(startRecord: number): void
}
startRecord({})
stopRecord()
export type { Recorder, Begin, Make, Pair, Mapped, Player }
