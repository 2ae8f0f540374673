import { startRecord, stopRecord } from '@tarojs/taro'

interface Recorder {
  startRecord(option: object): void
  stopRecord?: () => void
  (stopRecord: number, ...startRecord: number[]): void
  new (startRecord: number): Recorder
  [startRecord: string]: unknown
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
declare namespace Other {
  export function stopRecord(startRecord: number): void
}
startRecord({})
stopRecord()
interface Accessor {
  get stopRecord(): number
}
export type { Accessor, Recorder, Begin, Make, Pair, Mapped, Player }
