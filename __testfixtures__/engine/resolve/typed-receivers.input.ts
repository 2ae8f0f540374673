import Taro from '@tarojs/taro'
import type { Sdk } from './sdk'

interface Api {
  startRecord(option: object): unknown
}

export class Service {
  private camera?: Taro.CameraContext
  private own = Taro

  constructor(
    private taro: typeof Taro,
    private readonly sdk: Sdk,
    private ctx: Taro.CameraContext,
    private api: Api = Taro,
  ) {}

  go(given: typeof Taro) {
    this.taro.startRecord({})
    this.sdk.startRecord()
    this.api.startRecord({})
    given.stopRecord()
    this.ctx.startRecord({})
    this.camera?.stopRecord({})
    this.own.stopRecord()
  }
}
