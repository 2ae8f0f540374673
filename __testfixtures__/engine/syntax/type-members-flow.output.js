// @flow
import { recorder } from 'taro-modernize/runtime/recorder'

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
recorder.start({})
recorder.stop()
export type { Recorder, Is }
