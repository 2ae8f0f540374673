import Taro, { startRecord } from '@tarojs/taro'

export class Player {
  constructor(private wx: Wechat, readonly Taro: Wechat, private startRecord: () => void) {
    wx.startRecord({})
    Taro.startRecord({})
    startRecord()
    this.startRecord()
  }
  go() {
    wx.startRecord({})
    startRecord({})
  }
}
export function block() {
  enum Taro {
    startRecord = 1,
  }
  declare function startRecord(): void
  startRecord()
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
enum Members {
  wx = 1,
  length = wx.startRecord.length,
}
namespace Types {
  export interface wx {}
}
wx.startRecord({})
Taro.startRecord({})
startRecord({})
interface Wechat {
  startRecord(option: object): void
}
