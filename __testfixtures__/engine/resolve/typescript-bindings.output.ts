import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

declare const wx: typeof Taro

export class Player {
  constructor(readonly wx: Wechat, readonly Taro: Wechat, private startRecord: () => void) {
    wx.startRecord({})
    Taro.startRecord({})
    startRecord()
    this.startRecord()
  }
  go() {
    recorder.start({})
    recorder.start({})
  }
}
export function block() {
  enum Taro {
    startRecord = 1,
  }
  function startRecord(option: 1): void
  function startRecord(option: 2): void
  function startRecord(option: number) {
    return option
  }
  startRecord(1)
  return Taro.startRecord
}
namespace Outer {
  export namespace Taro {
    export const startRecord = () => {}
  }
  Taro.startRecord()
}
namespace Outer {
  Taro.startRecord()
}
export enum Members {
  wx = 1,
  length = wx.startRecord.length,
}
namespace Types {
  export interface wx {}
}
recorder.start({})
recorder.start({})
recorder.start({})
interface Wechat {
  startRecord(option: object): void
}
