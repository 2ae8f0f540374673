// @flow
import { startRecord, stopRecord } from '@tarojs/taro'

type Recorder = {
  startRecord(option: Object): void,
  stopRecord: (startRecord: number) => void,
  [stopRecord: string]: number,
}
declare function begin(startRecord: number): void
declare class Player {
  startRecord(stopRecord: number): void;
}
opaque type Is = (stopRecord: number) => void
startRecord({})
stopRecord()
export type { Recorder, Is }
